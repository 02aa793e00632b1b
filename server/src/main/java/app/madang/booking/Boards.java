package app.madang.booking;

import java.util.Optional;
import java.util.UUID;

/** Boards for display: kept in memory, at most about a second old, never asked for decisions. */
public interface Boards {

    /**
     * The pool's board now; the same instance until something changes (a hold running out included). Asking keeps the
     * pool watched for a minute. Empty when there is no such pool.
     */
    Optional<Board> board(UUID poolId);
}
