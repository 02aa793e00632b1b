package app.madang.database;

/** Whether the database answers. */
public interface Reachability {

    /** Asks the database now; waits 2 s at most. */
    boolean isReachable();
}
