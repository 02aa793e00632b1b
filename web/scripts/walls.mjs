import { posix } from "node:path";
import { sources } from "./sources.mjs";

const IMPORTS = /(?:\bfrom\s*|\bimport\s*\(?\s*)["']([^"']+)["']/g;

/** Where an import leads inside src; null for packages. */
function target(path, name) {
  if (name.startsWith("@shared/")) return `shared/${name.slice("@shared/".length)}`;
  if (name.startsWith("@features/")) return `features/${name.slice("@features/".length)}`;
  if (name.startsWith(".")) return posix.join(posix.dirname(path), name);
  return null;
}

const feature = (path) => /^features\/([^/]+)/.exec(path)?.[1] ?? null;

/** A feature imports only shared/ and its own files; shared/ imports only shared/. */
export function brokenWalls(root) {
  const broken = [];
  for (const { path, text } of sources(root)) {
    for (const [, name] of text.matchAll(IMPORTS)) {
      const to = target(path, name);
      if (to === null) continue;
      const home = feature(path);
      const inShared = path.startsWith("shared/");
      const allowed =
        to.startsWith("shared/") || (home !== null && feature(to) === home) || (home === null && !inShared);
      if (!allowed) broken.push(`${path} imports ${name}`);
    }
  }
  return broken;
}
