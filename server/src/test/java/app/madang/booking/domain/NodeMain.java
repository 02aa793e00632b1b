package app.madang.booking.domain;

import app.madang.testing.TestDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A node in a process of its own: reads requests from its input, answers on its output, ends with its input. */
final class NodeMain {

    private static volatile Set<UUID> stallOn = Set.of();
    private static volatile CountDownLatch go = new CountDownLatch(0);
    private static PrintStream out = System.out;

    private NodeMain() {}

    public static void main(String[] args) throws IOException {
        out = System.out;
        System.setOut(System.err);
        var source = new PGSimpleDataSource();
        source.setUrl(args[0]);
        var node = new TestNode(
                new TestDatabase("node", args[0], args[1], args[2], source),
                Clock.systemUTC(),
                Stalling::new,
                ClaimStore::new);
        say(new Wire.Reply(0, List.of(), "ready"));
        try (var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var line = input.readLine(); line != null; line = input.readLine()) {
                serve(node, threads, Wire.request(line));
            }
            Runtime.getRuntime().halt(0);
        }
    }

    private static void serve(TestNode node, ExecutorService threads, Wire.Request request) {
        switch (request.verb()) {
            case STALL -> {
                go = new CountDownLatch(1);
                stallOn = request.stallOn().stream().map(UUID::fromString).collect(Collectors.toSet());
                say(new Wire.Reply(request.id(), List.of(), null));
            }
            case GO -> {
                stallOn = Set.of();
                go.countDown();
                say(new Wire.Reply(request.id(), List.of(), null));
            }
            case SUBMIT, WITHIN -> threads.execute(() -> answer(node, request));
        }
    }

    private static void answer(TestNode node, Wire.Request request) {
        try {
            var outcomes = request.verb() == Wire.Verb.SUBMIT
                    ? List.of(node.booking.submit(request.commands().getFirst()))
                    : node.transactions.execute(status -> node.booking.within(request.commands()));
            say(new Wire.Reply(request.id(), outcomes, null));
        } catch (RuntimeException e) {
            System.err.println("request " + request.id() + " failed: " + e);
            say(new Wire.Reply(request.id(), List.of(), e.toString()));
        }
    }

    private static void say(Wire.Reply reply) {
        synchronized (NodeMain.class) {
            out.println(Wire.write(reply));
            out.flush();
        }
    }

    /** Stands still inside a transaction that has locked a head, when told so. */
    private static final class Stalling extends PoolStore {
        Stalling(JdbcClient jdbc) {
            super(jdbc);
        }

        @Override
        SequencedMap<UUID, Long> lockHeads(Collection<UUID> poolIds, boolean waiting) {
            var heads = super.lockHeads(poolIds, waiting);
            if (heads.keySet().stream().anyMatch(stallOn::contains)) {
                stallOn = Set.of();
                say(new Wire.Reply(0, List.of(), "stalled"));
                try {
                    go.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            return heads;
        }
    }
}
