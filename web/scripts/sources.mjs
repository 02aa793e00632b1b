import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

/** All TypeScript sources below a folder, tests included, as `{ path, text }` with forward slashes. */
export function sources(root) {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({ path: relative(root, file).replaceAll("\\", "/"), text: readFileSync(file, "utf8") }));
}
