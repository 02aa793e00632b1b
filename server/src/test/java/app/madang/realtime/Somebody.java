package app.madang.realtime;

import app.madang.testing.Api;
import java.util.concurrent.atomic.AtomicInteger;

/** A member who has just logged in. */
record Somebody(int port, String token) {

    private static final AtomicInteger COUNT = new AtomicInteger(20_300_000);

    static Somebody atPort(int port) {
        var number = String.valueOf(COUNT.incrementAndGet());
        var answer = Api.on(port).logIn(number, "김마당", "010" + number);
        return new Somebody(port, answer.text("access_token"));
    }

    Api api() {
        return Api.on(port).bearer(token);
    }

    TestSocket connect() {
        return TestSocket.open(port, token);
    }

    String ticket() {
        return api().post("/api/v1/realtime/tickets").text("ticket");
    }

    Api.Answer logOut() {
        return api().post("/api/v1/auth/logout");
    }
}
