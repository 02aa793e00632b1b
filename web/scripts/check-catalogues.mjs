import { fileURLToPath } from "node:url";
import { catalogueProblems } from "./catalogues.mjs";

const problems = catalogueProblems(fileURLToPath(new URL("../src", import.meta.url)));
for (const line of problems) console.error(`texts: ${line}`);
if (problems.length > 0) process.exit(1);
