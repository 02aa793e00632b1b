import { fileURLToPath } from "node:url";
import { brokenWalls } from "./walls.mjs";

const broken = brokenWalls(fileURLToPath(new URL("../src", import.meta.url)));
for (const line of broken) console.error(`wall: ${line}`);
if (broken.length > 0) process.exit(1);
