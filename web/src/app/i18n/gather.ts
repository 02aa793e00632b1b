/** Each folder brings the texts of its own; together they are the catalogue of one language. */
export function gather(files: Record<string, unknown>): Record<string, unknown> {
  return Object.assign({}, ...Object.values(files));
}
