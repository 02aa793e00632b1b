package app.madang.identity.domain;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.testing.Api;
import app.madang.testing.MadangTest;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a node that starts, or goes on beside another, knows of log-ins that ended. */
@MadangTest
class EndedSessionTests {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SessionStore store;

    @Autowired
    IdentitySettings settings;

    @Autowired
    Clock clock;

    EndedSessions startedAnew() {
        var sessions = new EndedSessions(store, settings, clock);
        sessions.refresh();
        return sessions;
    }

    UUID live = new UUID(0, 0);
    UUID ended = new UUID(0, 0);

    @BeforeEach
    void logInAndOut() {
        var api = Api.on(port);
        live = session(api.logIn("24000001", "김세션", "01012345678"));
        var out = api.logIn("24000001", "김세션", "01012345678");
        ended = session(out);
        api.bearer(out.text("access_token")).post("/api/v1/auth/logout");
    }

    @Test
    void areKnownAfterARestart() {
        var sessions = startedAnew();

        assertThat(sessions.contains(ended)).isTrue();
        assertThat(sessions.contains(live)).isFalse();
    }

    @Test
    void areKnownAsLongAsTheirTokensMayBeAbout() {
        end(live, "29 minutes");
        assertThat(startedAnew().contains(live)).isTrue();

        end(live, "32 minutes");
        assertThat(startedAnew().contains(live)).isFalse();
    }

    @Test
    void areKnownEvenWhenTheirEndShowedLate() {
        var sessions = startedAnew();
        end(live, "50 seconds");

        sessions.refresh();

        assertThat(sessions.contains(live)).isTrue();
    }

    private void end(UUID session, String ago) {
        jdbc.sql("update identity.session set ended_at = clock_timestamp() - ?::interval where id = ?")
                .param(ago)
                .param(session)
                .update();
    }

    private UUID session(Api.Answer logIn) {
        return jdbc.sql("select session_id from identity.refresh_token where hash = sha256(?::bytea)")
                .param(logIn.text("refresh_token"))
                .query(UUID.class)
                .single();
    }
}
