import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";

export const openapiFile = fileURLToPath(new URL("../../docs/openapi.json", import.meta.url));
export const schemaFile = fileURLToPath(new URL("../src/shared/api/schema.gen.ts", import.meta.url));

/** The first line of the generated file: which API it was made from. */
export const generatedFrom = (text) =>
  `// Generated from docs/openapi.json ${createHash("sha256").update(text).digest("hex").slice(0, 16)}`;
