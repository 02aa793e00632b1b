package app.madang.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Calls for preparing a measurement; the measured ones go over {@link Load}. */
final class Api {

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    private final int port;
    private final @Nullable String token;

    private Api(int port, @Nullable String token) {
        this.port = port;
        this.token = token;
    }

    static Api at(int port) {
        return new Api(port, null);
    }

    static Api admin(int port) {
        var answer = at(port).send(
                        "POST",
                        "/api/v1/auth/login",
                        "application/json",
                        "{\"login\":\"admin\",\"password\":\"" + MadangServer.ADMIN_PASSWORD + "\"}");
        return new Api(port, text(expect(200, answer), "access_token"));
    }

    HttpResponse<String> get(String path) {
        return send("GET", path, null, null);
    }

    String post(String path, String json, int status) {
        return expect(status, send("POST", path, "application/json", json));
    }

    String patch(String path, String json) {
        return expect(200, send("PATCH", path, "application/json", json));
    }

    String postCsv(String path, String csv) {
        return expect(200, send("POST", path, "text/csv", csv));
    }

    private static String expect(int status, HttpResponse<String> answer) {
        if (answer.statusCode() != status) {
            throw new IllegalStateException(answer.request().method() + " "
                    + answer.request().uri() + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }

    private HttpResponse<String> send(String method, String path, @Nullable String type, @Nullable String body) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(120))
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (type != null) {
            request.header("Content-Type", type);
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The value of a text field of a JSON object. */
    static String text(String json, String field) {
        var found = Pattern.compile("\"" + field + "\"\\s*:\\s*\"([^\"]*)\"").matcher(json);
        if (!found.find()) {
            throw new IllegalStateException("no " + field + " in " + json);
        }
        return found.group(1);
    }
}
