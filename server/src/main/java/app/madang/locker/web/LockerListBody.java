package app.madang.locker.web;

import app.madang.booking.Board;
import app.madang.locker.domain.Directory;
import app.madang.locker.domain.Term;
import org.jspecify.annotations.Nullable;

/**
 * The list of lockers as bytes, made once and sent to everyone; the bytes of one locker can be replaced on the way out.
 *
 * @param starts where each locker's object begins, by its position in the directory; one more than there are lockers,
 *     the last being where the list ends; objects are one comma apart
 */
record LockerListBody(
        Directory directory, @Nullable Board board, Term.@Nullable Phase phase, byte[] bytes, int[] starts) {

    boolean shows(Directory otherDirectory, @Nullable Board otherBoard, Term.@Nullable Phase otherPhase) {
        return directory == otherDirectory && board == otherBoard && phase == otherPhase;
    }

    int start(int index) {
        return starts[index];
    }

    /** Exclusive. */
    int end(int index) {
        return index == starts.length - 2 ? starts[index + 1] : starts[index + 1] - 1;
    }
}
