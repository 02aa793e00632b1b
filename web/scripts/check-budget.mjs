import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { firstLoad } from "./budget.mjs";

const BUDGET_BYTES = 200_000;
const dist = fileURLToPath(new URL("../dist", import.meta.url));
const manifest = JSON.parse(readFileSync(join(dist, ".vite/manifest.json"), "utf8"));

// The busiest way in: the lockers, in Korean.
const { files, bytes } = firstLoad(dist, manifest, [
  "src/app/i18n/ko.ts",
  "src/features/locker/LockersPage.tsx",
]);
for (const file of files.sort((a, b) => b.bytes - a.bytes))
  console.log(`${String(file.bytes).padStart(8)}  ${file.name}`);
console.log(`${String(bytes).padStart(8)}  first load, gzip (budget ${BUDGET_BYTES})`);
if (bytes > BUDGET_BYTES) {
  console.error("The first load is over its budget.");
  process.exit(1);
}
