package app.madang.web;

import app.madang.shared.Refusal;

/** What can be wrong with any request, whatever it asks for. */
public enum WebRefusal implements Refusal {
    MALFORMED(Kind.MALFORMED),
    INVALID_CURSOR(Kind.MALFORMED),
    INVALID_IDEMPOTENCY_KEY(Kind.MALFORMED),
    NOT_FOUND(Kind.NOT_FOUND),
    /** Two did the same at one moment. */
    CONFLICT(Kind.CONFLICT),
    IDEMPOTENCY_KEY_REUSED(Kind.CONFLICT),
    PRECONDITION_FAILED(Kind.PRECONDITION_FAILED),
    TOO_LARGE(Kind.TOO_LARGE),
    UNSUPPORTED_MEDIA_TYPE(Kind.UNSUPPORTED_MEDIA_TYPE),
    /** The page that sent the request is not one of ours. */
    FOREIGN_ORIGIN(Kind.FORBIDDEN),
    TOO_MANY_REQUESTS(Kind.TOO_MANY),
    UNAVAILABLE(Kind.UNAVAILABLE);

    private final Kind kind;

    WebRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
