package app.madang.web.problem;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads from an exception what the database meant by it. */
final class DatabaseState {

    private DatabaseState() {}

    /** Away, stopping, full or too busy; as opposed to a statement that is wrong. */
    static boolean isAway(Throwable thrown) {
        return any(
                thrown,
                e -> e instanceof SQLTransientException
                        || e instanceof IOException
                        || (e instanceof SQLException sql && isAway(sql.getSQLState())));
    }

    /** A value no column could hold, such as a text with a zero byte in it. */
    static boolean isUnstorable(Throwable thrown) {
        return any(
                thrown,
                e -> e instanceof SQLException sql
                        && sql.getSQLState() != null
                        && sql.getSQLState().startsWith("22"));
    }

    /** Classes: 08 connection, 40 rolled back, 53 resources, 55P03 lock, 57 operator, 25P03 and 25P04 time ran out. */
    private static boolean isAway(@Nullable String state) {
        return state == null
                || state.startsWith("08")
                || state.startsWith("40")
                || state.startsWith("53")
                || state.startsWith("57")
                || state.equals("55P03")
                || state.equals("25P03")
                || state.equals("25P04");
    }

    private static boolean any(Throwable thrown, Predicate<Throwable> test) {
        var seen = 0;
        for (@Nullable Throwable e = thrown; e != null && seen < 20; e = e.getCause(), seen++) {
            if (test.test(e)) {
                return true;
            }
        }
        return false;
    }
}
