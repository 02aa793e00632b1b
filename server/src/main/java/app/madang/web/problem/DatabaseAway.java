package app.madang.web.problem;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import org.jspecify.annotations.Nullable;

/** Tells a database that is away, stopping, full or too busy from a statement that is wrong. */
final class DatabaseAway {

    private DatabaseAway() {}

    static boolean isIn(Throwable thrown) {
        var seen = 0;
        for (@Nullable Throwable e = thrown; e != null && seen < 20; e = e.getCause(), seen++) {
            if (e instanceof SQLTransientException || e instanceof IOException) {
                return true;
            }
            if (e instanceof SQLException sql && isAway(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    /** Classes: 08 connection, 40 rolled back, 53 resources, 55 lock not to be had, 57 operator, 25P02-25P04 timeouts. */
    private static boolean isAway(@Nullable String state) {
        return state == null
                || state.startsWith("08")
                || state.startsWith("40")
                || state.startsWith("53")
                || state.startsWith("55P03")
                || state.startsWith("57")
                || state.startsWith("25P03")
                || state.startsWith("25P04");
    }
}
