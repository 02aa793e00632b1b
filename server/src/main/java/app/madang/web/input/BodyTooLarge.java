package app.madang.web.input;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The body passed its limit while it was being read. */
public final class BodyTooLarge extends IOException {

    BodyTooLarge() {
        super("body too large");
    }

    public static boolean isIn(Throwable thrown) {
        var seen = 0;
        for (@Nullable Throwable e = thrown; e != null && seen < 20; e = e.getCause(), seen++) {
            if (e instanceof BodyTooLarge) {
                return true;
            }
        }
        return false;
    }
}
