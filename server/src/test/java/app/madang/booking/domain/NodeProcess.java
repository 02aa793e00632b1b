package app.madang.booking.domain;

import app.madang.booking.Command;
import app.madang.booking.Outcome;
import app.madang.testing.TestDatabase;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** A node in a process of its own, which can be stopped, continued and killed. Never outlives the test's JVM. */
final class NodeProcess implements Node, AutoCloseable {

    /** The node went before it answered: what was asked may have been done or not. */
    static final class Lost extends RuntimeException {
        private final boolean gone;

        Lost(String message, boolean gone) {
            super(message);
            this.gone = gone;
        }

        /** The process has ended; otherwise it lives and says that the request failed. */
        boolean isGone() {
            return gone;
        }
    }

    private final Process process;
    private final BufferedWriter input;
    private final AtomicLong ids = new AtomicLong();
    private final Map<Long, CompletableFuture<Wire.Reply>> waiting = new ConcurrentHashMap<>();
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private volatile CompletableFuture<Void> stalled = new CompletableFuture<>();
    private volatile boolean gone;
    private final Thread guard;

    NodeProcess(TestDatabase database) {
        this(database.url(), database.user(), database.password());
    }

    NodeProcess(String url, String user, String password) {
        try {
            process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx192m",
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-Xshare:auto",
                            "-cp",
                            System.getProperty("java.class.path"),
                            NodeMain.class.getName(),
                            url,
                            user,
                            password)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        guard = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(guard);
        input = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
        Thread.ofPlatform().daemon().name("node-" + process.pid()).start(this::listen);
    }

    /** Returns when the node takes requests. */
    NodeProcess awaitReady() {
        ready.orTimeout(60, TimeUnit.SECONDS).join();
        return this;
    }

    Outcome submit(Command command) {
        return ask(Wire.Verb.SUBMIT, List.of(command), List.of()).join().getFirst();
    }

    List<Outcome> within(List<Command> commands) {
        return ask(Wire.Verb.WITHIN, commands, List.of()).join();
    }

    @Override
    public List<Outcome> ask(Wire.Verb verb, List<Command> commands) {
        return ask(verb, commands, List.of()).join();
    }

    /** Fails with {@link Lost} when the node ends, or fails itself, before it answers. */
    CompletableFuture<List<Outcome>> ask(Wire.Verb verb, List<Command> commands, List<String> stallOn) {
        var id = ids.incrementAndGet();
        var reply = new CompletableFuture<Wire.Reply>();
        waiting.put(id, reply);
        try {
            synchronized (input) {
                input.write(Wire.write(new Wire.Request(id, verb, commands, stallOn)));
                input.write('\n');
                input.flush();
            }
        } catch (IOException e) {
            lose();
        }
        if (gone) {
            lose();
        }
        return reply.thenApply(NodeProcess::outcomes);
    }

    private static List<Outcome> outcomes(Wire.Reply reply) {
        if (reply.word() != null) {
            throw new Lost(reply.word(), false);
        }
        return reply.outcomes();
    }

    /** The next transaction on one of these pools stalls; the answer completes when one has. */
    CompletableFuture<Void> stallOn(UUID... pools) {
        stalled = new CompletableFuture<>();
        ask(
                        Wire.Verb.STALL,
                        List.of(),
                        List.of(pools).stream().map(UUID::toString).toList())
                .join();
        return stalled;
    }

    void go() {
        ask(Wire.Verb.GO, List.of(), List.of()).join();
    }

    /** SIGSTOP: the process stands still wherever it is. */
    void pause() {
        signal("-STOP");
    }

    void resume() {
        signal("-CONT");
    }

    /** SIGKILL. */
    void kill() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void signal(String name) {
        try {
            new ProcessBuilder("kill", name, Long.toString(process.pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void listen() {
        try (var output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (var line = output.readLine(); line != null; line = output.readLine()) {
                hear(Wire.reply(line));
            }
        } catch (IOException e) {
            System.err.println("node " + process.pid() + " is gone: " + e);
        }
        lose();
    }

    private void hear(Wire.Reply reply) {
        if (reply.id() == 0) {
            ("ready".equals(reply.word()) ? ready : stalled).complete(null);
            return;
        }
        var asked = waiting.remove(reply.id());
        if (asked != null) {
            asked.complete(reply);
        }
    }

    private void lose() {
        gone = true;
        var lost = new Lost("the node is gone", true);
        ready.completeExceptionally(lost);
        waiting.keySet().forEach(id -> {
            var asked = waiting.remove(id);
            if (asked != null) {
                asked.completeExceptionally(lost);
            }
        });
    }

    @Override
    public void close() {
        kill();
        try {
            Runtime.getRuntime().removeShutdownHook(guard);
        } catch (IllegalStateException shuttingDown) {
            process.destroyForcibly();
        }
    }
}
