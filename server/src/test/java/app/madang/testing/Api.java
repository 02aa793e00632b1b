package app.madang.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that talks to the running application; immutable, each {@code with} makes another. */
public final class Api {

    public static final JsonMapper JSON = JsonMapper.builder().build();

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(20))
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    private static final AtomicInteger people = new AtomicInteger(20260000);

    static {
        // Tests play browsers and proxies.
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host,origin,connection,content-length");
    }

    private final int port;
    private final Map<String, String> headers;

    private Api(int port, Map<String, String> headers) {
        this.port = port;
        this.headers = headers;
    }

    public static Api on(int port) {
        return new Api(port, Map.of());
    }

    public Api with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Api(port, more);
    }

    public Api bearer(String accessToken) {
        return with("Authorization", "Bearer " + accessToken);
    }

    /** A new member of the community, logged in. */
    public Api newMember() {
        var id = people.incrementAndGet();
        return bearer(logIn(String.valueOf(id), "회원 " + id, "010" + id).text("access_token"));
    }

    public Answer logIn(String studentId, String name, String phoneNumber) {
        return post(
                "/api/v1/auth/login-or-register",
                Map.of("student_id", studentId, "name", name, "phone_number", phoneNumber));
    }

    public Api admin() {
        var answer = post("/api/v1/auth/login", Map.of("login", "admin", "password", "admin-password"));
        return bearer(answer.text("access_token"));
    }

    public Answer get(String path) {
        return send("GET", path, null, BodyPublishers.noBody());
    }

    public Answer delete(String path) {
        return send("DELETE", path, null, BodyPublishers.noBody());
    }

    public Answer post(String path) {
        return send("POST", path, null, BodyPublishers.noBody());
    }

    public Answer post(String path, Object body) {
        return send("POST", path, "application/json", JSON.writeValueAsString(body));
    }

    public Answer put(String path, Object body) {
        return send("PUT", path, "application/json", JSON.writeValueAsString(body));
    }

    public Answer patch(String path, Object body) {
        return send("PATCH", path, "application/json", JSON.writeValueAsString(body));
    }

    public Answer postCsv(String path, String csv) {
        return send("POST", path, "text/csv", csv);
    }

    public Answer send(String method, String path, @Nullable String contentType, @Nullable String body) {
        return send(method, path, contentType, body == null ? null : body.getBytes(StandardCharsets.UTF_8));
    }

    public Answer send(String method, String path, @Nullable String contentType, byte @Nullable [] body) {
        return send(
                method, path, contentType, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    }

    public Answer send(String method, String path, @Nullable String contentType, HttpRequest.BodyPublisher publisher) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(60))
                .method(method, publisher);
        if (contentType != null) {
            request.header("Content-Type", contentType);
        }
        headers.forEach(request::setHeader);
        try {
            var response = CLIENT.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(response.statusCode(), response.body(), response.headers());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What came back. */
    public record Answer(int status, String body, HttpHeaders headers) {

        public JsonNode json() {
            return JSON.readTree(body);
        }

        public String text(String field) {
            return json().path(field).asString();
        }

        public String code() {
            return text("code");
        }

        public @Nullable String header(String name) {
            return headers.firstValue(name).orElse(null);
        }
    }
}
