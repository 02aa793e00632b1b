package app.madang.booking.domain;

import java.util.stream.LongStream;

/** Which seeds a seeded test runs: as many as it asks for or {@code -Dmadang.seeds} says, from {@code -Dmadang.seed} on. */
final class Seeds {

    private Seeds() {}

    static LongStream of(int count) {
        var first = Long.getLong("madang.seed", 0);
        return LongStream.range(first, first + Integer.getInteger("madang.seeds", count));
    }
}
