package app.madang.bench;

/** A histogram of times with about 3 % resolution, from a microsecond to an hour. */
final class Latencies {

    private static final int STEPS = 32;

    private final long[] counts = new long[64 * STEPS];
    private long count;
    private long nanosMax;

    void add(long nanos) {
        counts[slot(nanos)]++;
        count++;
        nanosMax = Math.max(nanosMax, nanos);
    }

    void addAll(Latencies others) {
        for (var i = 0; i < counts.length; i++) {
            counts[i] += others.counts[i];
        }
        count += others.count;
        nanosMax = Math.max(nanosMax, others.nanosMax);
    }

    private static int slot(long nanos) {
        var value = Math.max(STEPS, nanos);
        var power = 63 - Long.numberOfLeadingZeros(value);
        return power * STEPS + (int) ((value >>> (power - 5)) & (STEPS - 1));
    }

    long count() {
        return count;
    }

    /** The time in milliseconds that a share (0 to 1) of all did not exceed. */
    double millis(double share) {
        var wanted = (long) Math.ceil(share * count);
        var seen = 0L;
        for (var i = 0; i < counts.length; i++) {
            seen += counts[i];
            if (seen >= wanted && seen > 0) {
                var power = i / STEPS;
                var nanos = (1L << power) + ((long) (i % STEPS) << Math.max(0, power - 5));
                return Math.min(nanos, nanosMax) / 1e6;
            }
        }
        return 0;
    }

    double millisMax() {
        return nanosMax / 1e6;
    }
}
