package app.madang.booking;

import java.util.List;

/** Which units a hold is for. */
public sealed interface UnitChoice {

    /** How many units are asked for. */
    int count();

    /** Exactly these, all or nothing. */
    record Exactly(List<Integer> units) implements UnitChoice {
        public Exactly {
            units = units.stream().distinct().sorted().toList();
        }

        @Override
        public int count() {
            return units.size();
        }
    }

    /** Any {@code count} free ones, the lowest numbers first. */
    record Any(int count) implements UnitChoice {}

    static UnitChoice one(int unit) {
        return new Exactly(List.of(unit));
    }
}
