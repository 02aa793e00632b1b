import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { generatedFrom, openapiFile, schemaFile } from "./schema.mjs";

// Once the server publishes its OpenAPI file, the types have to be generated from exactly that file.
if (existsSync(openapiFile)) {
  const wanted = generatedFrom(readFileSync(openapiFile, "utf8"));
  const first = existsSync(schemaFile) ? readFileSync(schemaFile, "utf8").split("\n", 1)[0] : "";
  if (first !== wanted) {
    console.error(`${fileURLToPath(new URL("..", import.meta.url))}: the API changed; run npm run generate`);
    process.exit(1);
  }
}
