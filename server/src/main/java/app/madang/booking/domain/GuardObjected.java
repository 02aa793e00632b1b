package app.madang.booking.domain;

import org.jspecify.annotations.Nullable;

/** A constraint or a statement's condition did not let the batch through: it was decided on a wrong state. */
final class GuardObjected extends RuntimeException {

    GuardObjected(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
