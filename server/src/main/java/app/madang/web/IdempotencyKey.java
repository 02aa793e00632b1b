package app.madang.web;

/**
 * The {@code Idempotency-Key} a request came with; a controller method whose answer is kept by the engine takes it as an
 * (optional, nullable) argument and is then left alone by the general filter.
 *
 * @param route method and path pattern the key is scoped to
 * @param fingerprint SHA-256 of the path and body, in hex
 */
public record IdempotencyKey(String route, String key, String fingerprint) {}
