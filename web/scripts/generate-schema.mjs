import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { generatedFrom, openapiFile, schemaFile } from "./schema.mjs";

const generator = fileURLToPath(
  new URL("../openapi/node_modules/openapi-typescript/bin/cli.js", import.meta.url),
);
const types = execFileSync(process.execPath, [generator, openapiFile], {
  encoding: "utf8",
  maxBuffer: 64 * 1024 * 1024,
});
writeFileSync(schemaFile, `${generatedFrom(readFileSync(openapiFile, "utf8"))}\n${types}`);
