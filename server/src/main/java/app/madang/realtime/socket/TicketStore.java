package app.madang.realtime.socket;

import app.madang.identity.Role;
import app.madang.identity.Viewer;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** One-time tickets, in the database so that any node honours them. Only their hashes are kept. */
@Repository
class TicketStore {

    private final JdbcClient jdbc;

    TicketStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(byte[] hash, Viewer viewer, Duration life) {
        jdbc.sql("""
                insert into realtime.ticket (
                    hash, account_id, role, session_id, token_expires_at, expires_at
                ) values (
                    :hash, :account, :role, :session, :tokenExpiresAt,
                    clock_timestamp() + :lifeMs * interval '1 millisecond'
                )
                """)
                .param("hash", hash)
                .param("account", viewer.accountId())
                .param("role", viewer.role().name())
                .param("session", viewer.sessionId())
                .param("tokenExpiresAt", Timestamp.from(viewer.expiresAt()))
                .param("lifeMs", life.toMillis())
                .update();
    }

    /** Takes the ticket away; of several at once one gets it. Empty when it is unknown, used or too old. */
    Optional<Viewer> redeem(byte[] hash) {
        return jdbc.sql("""
                delete from realtime.ticket
                where hash = :hash and expires_at > clock_timestamp()
                returning account_id, role, session_id, token_expires_at
                """)
                .param("hash", hash)
                .query((row, _) -> new Viewer(
                        row.getObject("account_id", UUID.class),
                        Role.valueOf(row.getString("role")),
                        row.getObject("session_id", UUID.class),
                        row.getTimestamp("token_expires_at").toInstant()))
                .optional();
    }

    int deleteExpired() {
        return jdbc.sql("delete from realtime.ticket where expires_at <= clock_timestamp()")
                .update();
    }
}
