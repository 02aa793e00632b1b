package app.madang.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/** Many connections driven by one thread, so that the load costs the machine little. */
final class Load implements AutoCloseable {

    private static final long SILENCE_NANOS_MAX = Duration.ofSeconds(30).toNanos();

    private final Selector selector;
    private final List<Wire> wires = new ArrayList<>();

    Load(int port, int connections) throws IOException {
        selector = Selector.open();
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        for (var i = 0; i < connections; i++) {
            wires.add(new Wire(i, address, selector));
        }
    }

    List<Wire> wires() {
        return wires;
    }

    /** Closed loop: every connection asks again as soon as it is answered, until the time is over or nothing is left. */
    Tally closed(Work work, Duration time) throws IOException {
        var tally = new Tally();
        var started = System.nanoTime();
        var deadline = started + time.toNanos();
        var waiting = 0;
        for (var wire : wires) {
            waiting += ask(wire, work, System.nanoTime()) ? 1 : 0;
        }
        var heard = System.nanoTime();
        while (waiting > 0 && System.nanoTime() - heard < SILENCE_NANOS_MAX) {
            selector.select(1_000);
            for (var key : selector.selectedKeys()) {
                var wire = (Wire) key.attachment();
                if (proceed(wire, work, tally)) {
                    heard = System.nanoTime();
                    if (heard >= deadline || !ask(wire, work, heard)) {
                        waiting--;
                    }
                }
            }
            selector.selectedKeys().clear();
        }
        giveUp(tally);
        tally.took(heard - started);
        return tally;
    }

    /**
     * Open loop: requests are due at a steady rate, in steps of a millisecond, whether or not earlier ones have been
     * answered; times are counted from when a request was due.
     */
    Tally open(Work work, double perSecond, Duration time) throws IOException {
        var tally = new Tally();
        var idle = new ArrayDeque<>(wires);
        var started = System.nanoTime();
        var total = (long) (perSecond * time.toMillis() / 1_000);
        var asked = 0L;
        var waiting = 0;
        var heard = started;
        while (asked < total || waiting > 0) {
            var now = System.nanoTime();
            if (now - heard > SILENCE_NANOS_MAX) {
                break;
            }
            while (asked < total && !idle.isEmpty()) {
                var dueMillis = (long) (asked * 1_000 / perSecond);
                var due = started + dueMillis * 1_000_000;
                if (due > now) {
                    break;
                }
                var wire = idle.poll();
                if (!ask(wire, work, due)) {
                    idle.add(wire);
                    asked = total;
                    break;
                }
                asked += wire.aside ? 0 : 1;
                waiting++;
            }
            if (asked < total && !idle.isEmpty()) {
                selector.select(1);
            } else {
                selector.select(1_000);
            }
            for (var key : selector.selectedKeys()) {
                var wire = (Wire) key.attachment();
                if (proceed(wire, work, tally)) {
                    heard = System.nanoTime();
                    waiting--;
                    idle.add(wire);
                }
            }
            selector.selectedKeys().clear();
        }
        giveUp(tally);
        tally.took(System.nanoTime() - started);
        return tally;
    }

    private static boolean ask(Wire wire, Work work, long nanos) throws IOException {
        wire.aside = false;
        if (!work.next(wire)) {
            return false;
        }
        wire.send(nanos);
        return true;
    }

    private static boolean proceed(Wire wire, Work work, Tally tally) throws IOException {
        try {
            if (!wire.proceed()) {
                return false;
            }
        } catch (IOException broken) {
            tally.answered(Tally.BROKEN, System.nanoTime() - wire.sentNanos);
            wire.isWaiting = false;
            wire.out.clear();
            wire.reconnect();
            return true;
        }
        if (wire.aside) {
            tally.aside();
        } else {
            tally.answered(wire.status, System.nanoTime() - wire.sentNanos);
        }
        work.answered(wire);
        return true;
    }

    /** Whoever has still no answer never got one. */
    private void giveUp(Tally tally) throws IOException {
        for (var wire : wires) {
            if (wire.isWaiting) {
                tally.answered(Tally.BROKEN, SILENCE_NANOS_MAX);
                wire.isWaiting = false;
                wire.out.clear();
                wire.reconnect();
            }
        }
    }

    @Override
    public void close() throws IOException {
        for (var wire : wires) {
            wire.close();
        }
        selector.close();
    }
}
