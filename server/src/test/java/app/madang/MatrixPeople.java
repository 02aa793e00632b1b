package app.madang;

import app.madang.AuthorisationMatrixTests.Who;
import app.madang.testing.Api;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The people of the matrix. */
final class MatrixPeople {

    private final Map<String, Api> withPasswords = new HashMap<>();
    private final Api anyone;

    MatrixPeople(Api anyone, JdbcClient jdbc) {
        this.anyone = anyone;
        jdbc.sql("""
                insert into identity.account (id, handle, name, password_hash, role)
                select :id, 'matrix.moderator', '중재자', password_hash, 'moderator'
                from identity.account where handle = 'admin'
                """).param("id", UUID.randomUUID()).update();
    }

    Api member() {
        return anyone.newMember();
    }

    Api admin() {
        return withPassword("admin");
    }

    Api as(Who who, Api owner) {
        return switch (who) {
            case ANONYMOUS -> anyone;
            case STRANGER -> member();
            case OWNER -> owner;
            case MODERATOR -> withPassword("matrix.moderator");
            case ADMIN -> admin();
        };
    }

    String sessionOf(Api person) {
        return person.get("/api/v1/auth/sessions")
                .json()
                .get("items")
                .get(0)
                .get("id")
                .asString();
    }

    /** Logs in anew when the row before ended the log-in. */
    private Api withPassword(String login) {
        var known = withPasswords.get(login);
        if (known != null && known.get("/api/v1/auth/me").status() == 200) {
            return known;
        }
        var answer = anyone.post("/api/v1/auth/login", Map.of("login", login, "password", "admin-password"));
        var person = anyone.bearer(answer.text("access_token"));
        withPasswords.put(login, person);
        return person;
    }
}
