package app.madang.booking;

import java.util.UUID;
import java.util.function.Function;

/**
 * Asks the engine to keep its 2xx answer under an idempotency key, in the transaction that makes the answer true.
 *
 * @param route the route the key belongs to, such as {@code POST /lockers/{id}/hold}
 * @param fingerprint of the request; the same key with another one is refused
 * @param status of the answer when granted
 * @param body renders the answer; called once, before the commit, on the engine's thread: no I/O
 */
public record Receipt(
        UUID accountId,
        String route,
        String key,
        String fingerprint,
        int status,
        Function<Outcome.Granted, String> body) {}
