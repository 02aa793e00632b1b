package app.madang.database.embedded;

import org.jspecify.annotations.Nullable;

/** The database cannot be started; {@link #action()} tells the operator what to do about it. */
public final class CannotStart extends IllegalStateException {

    private final String action;

    public CannotStart(String problem, String action) {
        this(problem, action, null);
    }

    public CannotStart(String problem, String action, @Nullable Throwable cause) {
        super(problem, cause);
        this.action = action;
    }

    public String action() {
        return action;
    }

    @Override
    public String toString() {
        return getMessage() + "\n" + action;
    }
}
