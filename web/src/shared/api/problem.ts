/** RFC 9457 as the server writes it, and what goes wrong on the way there. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly errors: Readonly<Record<string, readonly string[]>>;
  readonly details: Readonly<Record<string, unknown>>;
  readonly retryAfterSeconds: number | null;

  constructor(
    status: number,
    code: string,
    message: string,
    extra: {
      errors?: Record<string, string[]>;
      details?: Record<string, unknown>;
      retryAfterSeconds?: number | null;
    } = {},
  ) {
    super(message);
    this.name = "ApiProblem";
    this.status = status;
    this.code = code;
    this.errors = extra.errors ?? {};
    this.details = extra.details ?? {};
    this.retryAfterSeconds = extra.retryAfterSeconds ?? null;
  }

  /** Nobody answered: no network, or no server. */
  get unreachable() {
    return this.status === 0;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function fieldErrors(raw: unknown): Record<string, string[]> {
  if (!isRecord(raw)) return {};
  return Object.fromEntries(
    Object.entries(raw).map(([field, messages]) => [
      field,
      (Array.isArray(messages) ? messages : [messages]).map((message) => String(message)),
    ]),
  );
}

function retryAfter(header: string | null): number | null {
  const seconds = Number(header);
  return header !== null && Number.isFinite(seconds) && seconds >= 0 ? seconds : null;
}

/** Any answer that is not a 2xx, whatever its body. */
export async function problemOf(answer: Response): Promise<ApiProblem> {
  const body: unknown = await answer.json().catch(() => null);
  const raw = isRecord(body) ? body : {};
  const { type: _type, title, status: _status, detail, code, errors, instance: _instance, ...details } = raw;
  const text = typeof detail === "string" && detail ? detail : typeof title === "string" ? title : "";
  return new ApiProblem(answer.status, typeof code === "string" ? code : `http_${answer.status}`, text, {
    errors: fieldErrors(errors),
    details,
    retryAfterSeconds: retryAfter(answer.headers.get("Retry-After")),
  });
}

export const unreachable = () => new ApiProblem(0, "unreachable", "");

export const isProblem = (error: unknown, ...codes: string[]): error is ApiProblem =>
  error instanceof ApiProblem && (codes.length === 0 || codes.includes(error.code));
