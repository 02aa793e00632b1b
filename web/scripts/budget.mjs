import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/** The scripts the browser has to fetch before the first screen stands: the entry, its imports, and what it opens at once. */
export function firstLoad(dist, manifest, openedAtOnce) {
  const files = new Set();
  const visit = (key) => {
    const chunk = manifest[key];
    if (!chunk || files.has(chunk.file)) return;
    files.add(chunk.file);
    for (const next of chunk.imports ?? []) visit(next);
  };
  for (const [key, chunk] of Object.entries(manifest)) if (chunk.isEntry) visit(key);
  for (const key of openedAtOnce) {
    if (!manifest[key]) throw new Error(`the build has no ${key}`);
    visit(key);
  }
  const sized = [...files]
    .filter((name) => name.endsWith(".js"))
    .map((name) => ({ name, bytes: gzipSync(readFileSync(join(dist, name))).length }));
  return { files: sized, bytes: sized.reduce((sum, file) => sum + file.bytes, 0) };
}
