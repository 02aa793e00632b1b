package app.madang.realtime;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client's WebSocket that remembers everything it heard. */
public final class TestSocket implements AutoCloseable {

    public static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<JsonNode> heard = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Goodbye> closed = new CompletableFuture<>();
    private final WebSocket socket;

    public record Goodbye(int code, String reason) {}

    private TestSocket(URI address, String... headers) {
        var builder = HTTP.newWebSocketBuilder().connectTimeout(PATIENCE);
        for (var i = 0; i < headers.length; i += 2) {
            builder.header(headers[i], headers[i + 1]);
        }
        socket = builder.buildAsync(address, new Listener()).join();
    }

    public static TestSocket open(int port, String accessToken) {
        return new TestSocket(address(port, ""), "Authorization", "Bearer " + accessToken);
    }

    public static TestSocket openAt(int port, String query, String... headers) {
        return new TestSocket(address(port, query), headers);
    }

    /** The status of a handshake that is expected to be refused. */
    static int refusal(int port, String query, String... headers) {
        try (var accepted = openAt(port, query, headers)) {
            return 101;
        } catch (CompletionException e) {
            if (e.getCause() instanceof WebSocketHandshakeException refused) {
                return refused.getResponse().statusCode();
            }
            throw e;
        }
    }

    private static URI address(int port, String query) {
        return URI.create("ws://127.0.0.1:" + port + "/api/v1/realtime" + query);
    }

    public TestSocket say(String text) {
        socket.sendText(text, true).join();
        return this;
    }

    public TestSocket subscribe(String topic) {
        return say("{\"op\":\"subscribe\",\"id\":1,\"topic\":\"" + topic + "\"}");
    }

    public TestSocket subscribe(String topic, long since) {
        return say("{\"op\":\"subscribe\",\"id\":1,\"topic\":\"" + topic + "\",\"since\":" + since + "}");
    }

    public List<JsonNode> heard() {
        return heard;
    }

    List<JsonNode> heard(String op) {
        return heard.stream().filter(frame -> is(frame, op)).toList();
    }

    /** The versions of all events heard, in the order they came. */
    List<Long> versions() {
        return heard("event").stream()
                .map(event -> event.get("version").longValue())
                .toList();
    }

    JsonNode await(String op) {
        return awaitFrame(frame -> is(frame, op));
    }

    JsonNode awaitFrame(Predicate<JsonNode> wanted) {
        Awaitility.await().atMost(PATIENCE).until(() -> heard.stream().anyMatch(wanted));
        return heard.stream().filter(wanted).findFirst().orElseThrow();
    }

    public Goodbye awaitGoodbye() {
        return closed.orTimeout(PATIENCE.toSeconds(), java.util.concurrent.TimeUnit.SECONDS)
                .join();
    }

    public boolean isClosed() {
        return closed.isDone();
    }

    @Override
    public void close() {
        socket.abort();
    }

    private static boolean is(JsonNode frame, String op) {
        return frame.get("op").stringValue().equals(op);
    }

    private final class Listener implements WebSocket.Listener {

        private final StringBuilder text = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                heard.add(JSON.readTree(text.toString()));
                text.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            closed.complete(new Goodbye(code, reason));
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            closed.complete(new Goodbye(1006, String.valueOf(error.getMessage())));
        }
    }
}
