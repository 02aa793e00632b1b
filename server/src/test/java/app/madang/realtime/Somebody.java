package app.madang.realtime;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.json.JsonMapper;

/** A member who has just logged in. */
record Somebody(int port, String token) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final AtomicInteger COUNT = new AtomicInteger(20_300_000);

    static Somebody atPort(int port) {
        var number = COUNT.incrementAndGet();
        var body = "{\"student_id\":\"%d\",\"name\":\"김마당\",\"phone_number\":\"0101%d\"}".formatted(number, number);
        var answer = post(port, "/auth/login-or-register", "", body);
        return new Somebody(
                port, JSON.readTree(answer.body()).get("access_token").stringValue());
    }

    TestSocket connect() {
        return TestSocket.open(port, token);
    }

    String ticket() {
        var answer = post(port, "/realtime/tickets", token, "");
        return JSON.readTree(answer.body()).get("ticket").stringValue();
    }

    HttpResponse<String> logOut() {
        return post(port, "/auth/logout", token, "");
    }

    static HttpResponse<String> post(int port, String path, String token, String body) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1" + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
