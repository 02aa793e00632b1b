package app.madang.identity.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of log-ins and their refresh tokens. Times are the database's. */
@Component
class SessionStore {

    private final JdbcClient jdbc;

    SessionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void open(UUID id, UUID accountId, boolean strong, Client client, byte[] seed, byte[] hash, Duration lifetime) {
        jdbc.sql("""
                        with opened as (
                            insert into identity.session (id, account_id, strong, user_agent, address, seed, expires_at)
                            values (:id, :account_id, :strong, :user_agent, :address, :seed,
                                    clock_timestamp() + make_interval(secs => :lifetime))
                        )
                        insert into identity.refresh_token (hash, session_id, user_agent, address)
                        values (:hash, :id, :user_agent, :address)
                        """)
                .param("id", id)
                .param("account_id", accountId)
                .param("strong", strong)
                .param("user_agent", client.userAgent())
                .param("address", client.address())
                .param("seed", seed)
                .param("hash", hash)
                .param("lifetime", lifetime.toSeconds())
                .update();
    }

    /** The session a refresh token belongs to, locked: of two uses of one token, one comes after the other. */
    Optional<Presented> lockByToken(byte[] hash) {
        return jdbc.sql("""
                        select s.id, s.account_id, s.strong, s.seed, s.user_agent, s.address
                        from identity.refresh_token r
                        join identity.session s on s.id = r.session_id
                        where r.hash = :hash
                        for no key update of s
                        """).param("hash", hash).query(SessionStore::presented).optional();
    }

    /**
     * Whether the token has been used; asked again under the session's lock, since the row joined before the lock was
     * granted may be an old one.
     */
    Optional<Double> usedSecondsAgo(byte[] hash) {
        return jdbc.sql("""
                        select extract(epoch from clock_timestamp() - used_at)::float8
                        from identity.refresh_token where hash = :hash and used_at is not null
                        """).param("hash", hash).query(Double.class).optional();
    }

    boolean isLive(UUID id) {
        return jdbc.sql("""
                        select exists (select 1 from identity.session
                        where id = :id and ended_at is null and expires_at > clock_timestamp())
                        """).param("id", id).query(Boolean.class).single();
    }

    void replaceToken(UUID id, byte[] used, byte[] successor, Client client, Duration lifetime) {
        jdbc.sql("""
                        with used as (
                            update identity.refresh_token set used_at = clock_timestamp() where hash = :used
                        ), issued as (
                            insert into identity.refresh_token (hash, session_id, user_agent, address)
                            values (:successor, :id, :user_agent, :address)
                        )
                        update identity.session
                        set last_used_at = clock_timestamp(), user_agent = :user_agent, address = :address,
                            expires_at = clock_timestamp() + make_interval(secs => :lifetime)
                        where id = :id
                        """)
                .param("used", used)
                .param("successor", successor)
                .param("id", id)
                .param("user_agent", client.userAgent())
                .param("address", client.address())
                .param("lifetime", lifetime.toSeconds())
                .update();
    }

    Optional<UUID> findByToken(byte[] hash) {
        return jdbc.sql("select session_id from identity.refresh_token where hash = :hash")
                .param("hash", hash)
                .query(UUID.class)
                .optional();
    }

    /** Ends a log-in; false when it had ended. */
    boolean end(UUID id, String reason) {
        return jdbc.sql("""
                        update identity.session set ended_at = clock_timestamp(), end_reason = :reason
                        where id = :id and ended_at is null
                        """).param("reason", reason).param("id", id).update() == 1;
    }

    /** Ends one of the account's own log-ins. */
    boolean endOwn(UUID id, UUID accountId, String reason) {
        return jdbc.sql("""
                        update identity.session set ended_at = clock_timestamp(), end_reason = :reason
                        where id = :id and account_id = :account_id and ended_at is null
                        """)
                        .param("reason", reason)
                        .param("id", id)
                        .param("account_id", accountId)
                        .update()
                == 1;
    }

    /** Ends all log-ins of an account but one; those that ended. */
    List<UUID> endAll(UUID accountId, @Nullable UUID but, String reason) {
        return jdbc.sql("""
                        update identity.session set ended_at = clock_timestamp(), end_reason = :reason
                        where account_id = :account_id and ended_at is null
                          and id is distinct from :but::uuid
                        returning id
                        """)
                .param("reason", reason)
                .param("account_id", accountId)
                .param("but", but)
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    /** Ends the log-ins of an account that carry its whole role; those that ended. */
    List<UUID> endStrong(UUID accountId, String reason) {
        return jdbc.sql("""
                        update identity.session set ended_at = clock_timestamp(), end_reason = :reason
                        where account_id = :account_id and ended_at is null and strong
                        returning id
                        """)
                .param("reason", reason)
                .param("account_id", accountId)
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    List<LogIn> live(UUID accountId) {
        return jdbc.sql("""
                        select id, user_agent, address, created_at, last_used_at from identity.session
                        where account_id = :account_id and ended_at is null and expires_at > clock_timestamp()
                        order by last_used_at desc, id limit 200
                        """)
                .param("account_id", accountId)
                .query((row, number) -> new LogIn(
                        row.getObject("id", UUID.class),
                        row.getString("user_agent"),
                        row.getString("address"),
                        instant(row, "created_at"),
                        instant(row, "last_used_at")))
                .list();
    }

    /** Log-ins that ended in the last so many seconds. */
    List<Ended> endedWithin(Duration time) {
        return jdbc.sql("""
                        select id, ended_at from identity.session
                        where ended_at > clock_timestamp() - make_interval(secs => :time)
                        """)
                .param("time", time.toSeconds())
                .query((row, number) -> new Ended(row.getObject("id", UUID.class), instant(row, "ended_at")))
                .list();
    }

    /** Ends one access token of a log-in that goes on. */
    void endToken(UUID tokenId) {
        jdbc.sql("insert into identity.ended_token (id) values (:id) on conflict do nothing")
                .param("id", tokenId)
                .update();
    }

    /** Access tokens that ended in the last so many seconds. */
    List<EndedToken> tokensEndedWithin(Duration time) {
        return jdbc.sql("""
                        select id, ended_at from identity.ended_token
                        where ended_at > clock_timestamp() - make_interval(secs => :time)
                        """)
                .param("time", time.toSeconds())
                .query((row, number) -> new EndedToken(row.getObject("id", UUID.class), instant(row, "ended_at")))
                .list();
    }

    /** Deletes access tokens that ended so long ago that they have run out since. */
    void forgetTokens(Duration lifetime) {
        jdbc.sql("""
                        delete from identity.ended_token
                        where ended_at < clock_timestamp() - make_interval(secs => :lifetime)
                        """).param("lifetime", lifetime.toSeconds()).update();
    }

    /** Whether the account has been logged in to by this very client in the last months. */
    boolean knows(String loginOrStudentId, Client client) {
        return jdbc.sql("""
                        select exists (
                            select 1 from identity.session s join identity.account a on a.id = s.account_id
                            where (a.student_id = :login or a.handle = :login or a.email = :login)
                              and s.user_agent = :user_agent and s.address = :address
                              and s.last_used_at > clock_timestamp() - interval '90 days')
                        """)
                .param("login", loginOrStudentId)
                .param("user_agent", client.userAgent())
                .param("address", client.address())
                .query(Boolean.class)
                .single();
    }

    /** Deletes a batch of log-ins that are long over; how many. */
    int forget() {
        return jdbc.sql("""
                        delete from identity.session where id = any (array(
                            select id from identity.session
                            where expires_at < clock_timestamp() - interval '90 days' limit 1000))
                        """).update();
    }

    private static Presented presented(ResultSet row, int number) throws SQLException {
        return new Presented(
                row.getObject("id", UUID.class),
                row.getObject("account_id", UUID.class),
                row.getBoolean("strong"),
                row.getBytes("seed"),
                new Client(row.getString("address"), row.getString("user_agent")));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** @param lastClient the client the session was last refreshed by */
    record Presented(UUID sessionId, UUID accountId, boolean strong, byte[] seed, Client lastClient) {}

    record Ended(UUID sessionId, Instant at) {}

    record EndedToken(UUID tokenId, Instant at) {}
}
