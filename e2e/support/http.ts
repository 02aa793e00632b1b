/** The API as a program sees it. */
export async function call<T>(
  method: string,
  path: string,
  options: { token?: string; body?: unknown; csv?: string } = {},
): Promise<T> {
  const answer = await fetch(`${process.env.MADANG_URL}/api/v1${path}`, {
    method,
    headers: {
      ...(options.token && { Authorization: `Bearer ${options.token}` }),
      "Content-Type": options.csv === undefined ? "application/json" : "text/csv; charset=utf-8",
    },
    body: options.csv ?? (options.body === undefined ? null : JSON.stringify(options.body)),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text}`);
  return (text ? JSON.parse(text) : undefined) as T;
}
