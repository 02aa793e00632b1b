package app.madang.shared;

import java.util.Map;

/**
 * Why something asked for was not done. A refusal is a value that a door returns; exceptions are for bugs and broken
 * infrastructure.
 */
public interface Refusal {

    /** The stable, machine-readable name, such as {@code unit_taken}. Message catalogues are keyed by it. */
    String code();

    Kind kind();

    /** The key of the message that explains it: the code, unless a product can say more than the bare code does. */
    default String text() {
        return code();
    }

    /** Facts that the reader's client may act on, such as {@code seconds_left}; written into the problem document. */
    default Map<String, Object> details() {
        return Map.of();
    }

    /** What sort of no it is; the web layer maps each kind to one HTTP status. */
    enum Kind {
        MALFORMED,
        UNAUTHENTICATED,
        FORBIDDEN,
        NOT_FOUND,
        CONFLICT,
        PRECONDITION_FAILED,
        TOO_LARGE,
        UNSUPPORTED_MEDIA_TYPE,
        INVALID,
        TOO_MANY,
        UNAVAILABLE
    }
}
