package app.madang.booking.domain;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Stands between a node and PostgreSQL, recognises COMMIT, and cuts the connection around it when told so. */
final class CuttingProxy implements AutoCloseable {

    enum Cut {
        /** PostgreSQL never hears of the commit. */
        BEFORE,
        /** It commits, but its answer is lost. */
        AFTER
    }

    private static final int SSL_REQUEST = 80877103;

    private final ServerSocket door;
    private final String host = "127.0.0.1";
    private final int databasePort;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicReference<Supplier<@Nullable Cut>> plan = new AtomicReference<>(() -> null);
    private final AtomicReference<Boolean> refusing = new AtomicReference<>(false);
    final AtomicInteger cuts = new AtomicInteger();

    CuttingProxy(int databasePort) {
        this.databasePort = databasePort;
        try {
            door = new ServerSocket(0, 64, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    /** The database's URL with the proxy's port. */
    String through(String url) {
        return url.replace(":" + databasePort + "/", ":" + door.getLocalPort() + "/");
    }

    /** Asked at every commit; null lets it pass. */
    void cutting(Supplier<@Nullable Cut> decision) {
        plan.set(decision);
    }

    /** Whether new connections are turned away: nobody can ask what became of a commit. */
    void refuse(boolean newConnections) {
        refusing.set(newConnections);
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                var client = door.accept();
                if (refusing.get()) {
                    client.close();
                    continue;
                }
                var server = new Socket(host, databasePort);
                // Messages are passed on one by one: each at once, not when the last was acknowledged.
                client.setTcpNoDelay(true);
                server.setTcpNoDelay(true);
                open.add(client);
                open.add(server);
                Thread.ofVirtual().start(() -> forward(client, server));
                Thread.ofVirtual().start(() -> backward(client, server));
            } catch (IOException closed) {
                // The node tries again, or the test is over.
            }
        }
    }

    private void backward(Socket client, Socket server) {
        try {
            server.getInputStream().transferTo(client.getOutputStream());
        } catch (IOException cut) {
            // Either side has gone; the other learns it below.
        }
        shut(client, server);
    }

    private void forward(Socket client, Socket server) {
        try (var messages = new Messages(client.getInputStream())) {
            var out = server.getOutputStream();
            for (var message = messages.greeting(); message != null; message = messages.next()) {
                if (!messages.isCommit(message)) {
                    out.write(message);
                    continue;
                }
                var cut = plan.get().get();
                if (cut != null) {
                    cuts.incrementAndGet();
                    cut(cut, message, messages, out);
                    client.close();
                    if (cut == Cut.AFTER) {
                        // The database goes on to commit; its answer finds nobody, and then it is let go.
                        return;
                    }
                    break;
                }
                out.write(message);
            }
        } catch (IOException cut) {
            // As above.
        }
        shut(client, server);
    }

    private static void cut(Cut cut, byte[] commit, Messages messages, OutputStream out) throws IOException {
        if (cut == Cut.AFTER) {
            out.write(commit);
            for (var message = messages.next(); message != null; message = messages.next()) {
                out.write(message);
                if (message[0] == 'S') {
                    break;
                }
            }
            out.flush();
        }
    }

    private void shut(Socket... sockets) {
        for (var socket : sockets) {
            open.remove(socket);
            try {
                socket.close();
            } catch (IOException gone) {
                // That is what was wanted.
            }
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        shut(open.toArray(Socket[]::new));
    }

    /** What a client says, message by message; knows which of its prepared statements is COMMIT. */
    private static final class Messages implements AutoCloseable {
        private final DataInputStream in;
        private final Set<String> commits = new HashSet<>();

        Messages(InputStream in) {
            this.in = new DataInputStream(in);
        }

        /** The untyped messages at the beginning. */
        byte[] greeting() throws IOException {
            var said = new ByteArrayOutputStream();
            var length = in.readInt();
            var body = in.readNBytes(length - 4);
            said.write(ByteBuffer.allocate(4).putInt(length).array());
            said.write(body);
            if (ByteBuffer.wrap(body).getInt() == SSL_REQUEST) {
                return said.toByteArray();
            }
            started = true;
            return said.toByteArray();
        }

        private boolean started;

        byte @Nullable [] next() throws IOException {
            if (!started) {
                return greeting();
            }
            var type = in.read();
            if (type < 0) {
                return null;
            }
            var length = in.readInt();
            var message = ByteBuffer.allocate(length + 1).put((byte) type).putInt(length);
            message.put(in.readNBytes(length - 4));
            return message.array();
        }

        boolean isCommit(byte[] message) {
            return switch (message[0]) {
                case 'Q' -> text(message, 5).equalsIgnoreCase("commit");
                case 'P' -> {
                    var name = text(message, 5);
                    var commit = text(message, 6 + name.length()).equalsIgnoreCase("commit");
                    if (commit) {
                        commits.add(name);
                    } else {
                        commits.remove(name);
                    }
                    yield false;
                }
                case 'B' -> {
                    var portal = text(message, 5);
                    yield commits.contains(text(message, 6 + portal.length()));
                }
                default -> false;
            };
        }

        private static String text(byte[] message, int from) {
            var end = from;
            while (message[end] != 0) {
                end++;
            }
            return new String(Arrays.copyOfRange(message, from, end), StandardCharsets.UTF_8);
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
