package app.madang.web;

import app.madang.shared.Page;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The page a list request asks for by {@code ?cursor=&limit=}; a controller takes it as an argument.
 *
 * @param cursor where the page before ended, as its {@code next_cursor} said; null for the first page
 * @param limit how many items, 1 to {@value Page#LIMIT_MAX}
 */
public record Paging(@Nullable String cursor, int limit) {

    /** The parts of the cursor, exactly {@code parts} of them, or null on the first page. */
    public @Nullable List<String> after(int parts) {
        return cursor == null ? null : Cursors.decode(cursor, parts);
    }

    /**
     * Makes the page out of rows of which one more than {@link #limit} was fetched, so that the end is known.
     *
     * @param keys the sort keys of a row, which its cursor is made of
     */
    public <T> Page<T> page(List<T> rows, Function<T, List<?>> keys) {
        if (rows.size() <= limit) {
            return new Page<>(rows, null);
        }
        var items = List.copyOf(rows.subList(0, limit));
        return new Page<>(items, Cursors.encode(keys.apply(items.getLast())));
    }

    /** How many rows to fetch for {@link #page}. */
    public int fetch() {
        return limit + 1;
    }
}
