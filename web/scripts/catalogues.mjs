import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { sources } from "./sources.mjs";

const PLURAL = /_(zero|one|two|few|many|other)$/;
const LANGUAGES = ["ko", "en"];

function flatten(value, prefix = "") {
  return Object.entries(value).flatMap(([name, inner]) => {
    const key = prefix ? `${prefix}.${name}` : name;
    return typeof inner === "string" ? [[key, inner]] : flatten(inner, key);
  });
}

function catalogue(root, language) {
  const files = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.name === `${language}.json`)
    .map((entry) => join(entry.parentPath, entry.name));
  const texts = new Map();
  const problems = [];
  for (const file of files) {
    for (const [key, text] of flatten(JSON.parse(readFileSync(file, "utf8")))) {
      if (texts.has(key)) problems.push(`${relative(root, file)}: ${key} stands twice`);
      if (text.trim() === "") problems.push(`${relative(root, file)}: ${key} is empty`);
      texts.set(key, text);
    }
  }
  return { texts, problems };
}

const base = (key) => key.replace(PLURAL, "");
const variables = (text) => [...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name]) => name);

/** Every string in the sources that names a text; a template names all texts with its beginning and its end. */
function used(root, roots) {
  const keys = new Set();
  const patterns = [];
  for (const { path, text } of sources(root)) {
    if (/\.test\.tsx?$/.test(path)) continue;
    for (const [, , key] of text.matchAll(/(["'])((?:[a-z_]+\.)+[a-z_]+)\1/g))
      if (roots.has(key.split(".")[0])) keys.add(key);
    for (const [, template] of text.matchAll(/`((?:[a-z_]+\.)+[^`\n]*\$\{[^`\n]*)`/g)) {
      if (!roots.has(template.split(".")[0])) continue;
      const exact = template
        .split(/\$\{[^}]*\}/)
        .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
        .join("[a-z_]+");
      patterns.push(new RegExp(`^${exact}$`));
    }
  }
  return { keys, patterns };
}

/** ko and en say the same things, nothing is missing, nothing lies about unused. */
export function catalogueProblems(root) {
  const problems = [];
  const [ko, en] = LANGUAGES.map((language) => catalogue(root, language));
  problems.push(...ko.problems, ...en.problems);
  const bases = { ko: new Set([...ko.texts.keys()].map(base)), en: new Set([...en.texts.keys()].map(base)) };
  for (const key of bases.ko) if (!bases.en.has(key)) problems.push(`en lacks ${key}`);
  for (const key of bases.en) if (!bases.ko.has(key)) problems.push(`ko lacks ${key}`);

  for (const key of bases.ko) {
    const of = ({ texts }) =>
      new Set([...texts].filter(([full]) => base(full) === key).flatMap(([, text]) => variables(text)));
    const [inKo, inEn] = [of(ko), of(en)];
    for (const name of inEn) if (!inKo.has(name)) problems.push(`${key}: only en shows {{${name}}}`);
    for (const name of inKo) if (!inEn.has(name)) problems.push(`${key}: only ko shows {{${name}}}`);
  }

  const all = new Set([...bases.ko, ...bases.en]);
  const roots = new Set([...all].map((key) => key.split(".")[0]));
  const { keys, patterns } = used(root, roots);
  for (const key of keys) if (!all.has(key)) problems.push(`no text for ${key}`);
  for (const pattern of patterns)
    if (![...all].some((key) => pattern.test(key))) problems.push(`no text matches ${pattern}`);
  for (const key of all) {
    if (!keys.has(key) && !patterns.some((pattern) => pattern.test(key)))
      problems.push(`${key} is never used`);
  }
  return problems;
}
