package app.madang.web;

import app.madang.shared.Refusal;

/** Carries a refusal out of a controller; becomes an RFC 9457 problem document in the reader's language. */
public final class Problem extends RuntimeException {

    private final transient Refusal refusal;

    public Problem(Refusal refusal) {
        super(refusal.code(), null, false, false);
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}
