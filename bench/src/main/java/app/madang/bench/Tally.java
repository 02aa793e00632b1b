package app.madang.bench;

import java.util.Map;
import java.util.TreeMap;

/** What came back in one run: times by status, how long it took, what it cost the server. */
final class Tally {

    /** The status of a request whose connection broke. */
    static final int BROKEN = 0;

    private final Map<Integer, Latencies> byStatus = new TreeMap<>();
    private long asides;
    private long nanos;
    private Cpu cpu = Cpu.NONE;

    void answered(int status, long tookNanos) {
        byStatus.computeIfAbsent(status, each -> new Latencies()).add(tookNanos);
    }

    /** Counts a request that is part of the work but not of the question, such as giving back what was won. */
    void aside() {
        asides++;
    }

    void took(long moreNanos) {
        nanos += moreNanos;
    }

    void cost(Cpu more) {
        cpu = cpu.plus(more);
    }

    void add(Tally other) {
        other.byStatus.forEach((status, times) ->
                byStatus.computeIfAbsent(status, each -> new Latencies()).addAll(times));
        asides += other.asides;
        nanos += other.nanos;
        cpu = cpu.plus(other.cpu);
    }

    long count() {
        return byStatus.values().stream().mapToLong(Latencies::count).sum();
    }

    long count(int status) {
        var times = byStatus.get(status);
        return times == null ? 0 : times.count();
    }

    long asides() {
        return asides;
    }

    /** Server errors and broken connections. */
    long failures() {
        return byStatus.entrySet().stream()
                .filter(each -> each.getKey() == BROKEN || each.getKey() >= 500)
                .mapToLong(each -> each.getValue().count())
                .sum();
    }

    Map<Integer, Latencies> byStatus() {
        return byStatus;
    }

    Latencies all() {
        var all = new Latencies();
        byStatus.values().forEach(all::addAll);
        return all;
    }

    double seconds() {
        return nanos / 1e9;
    }

    double perSecond() {
        return nanos == 0 ? 0 : count() / seconds();
    }

    double perSecond(int status) {
        return nanos == 0 ? 0 : count(status) / seconds();
    }

    /** CPU time of the server's JVM for one counted request, in microseconds. */
    double jvmMicros() {
        return count() == 0 ? 0 : cpu.jvmSeconds() * 1e6 / count();
    }

    double postgresMicros() {
        return count() == 0 ? 0 : cpu.postgresSeconds() * 1e6 / count();
    }

    String statuses() {
        var text = new StringBuilder();
        byStatus.forEach((status, times) -> text.append(text.isEmpty() ? "" : " ")
                .append(status == BROKEN ? "broken" : status.toString())
                .append('×')
                .append(times.count()));
        return text.toString();
    }
}
