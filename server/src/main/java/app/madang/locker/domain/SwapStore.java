package app.madang.locker.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SwapStore {

    private static final String COLUMNS = """
            id, term_id, from_account_id, from_claim_id, from_locker_id,
            to_account_id, to_claim_id, to_locker_id, message, status, created_at, expires_at
            """;

    private final JdbcClient jdbc;

    SwapStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when the same question is open already. */
    boolean add(Swap swap) {
        try {
            jdbc.sql("""
                    insert into locker.swap_request
                           (id, term_id, from_account_id, from_claim_id, from_locker_id,
                            to_account_id, to_claim_id, to_locker_id, message, created_at, expires_at)
                    values (:id, :term, :from_account, :from_claim, :from_locker,
                            :to_account, :to_claim, :to_locker, :message, :created, :expires)
                    """)
                    .param("id", swap.id())
                    .param("term", swap.termId())
                    .param("from_account", swap.from().accountId())
                    .param("from_claim", swap.from().claimId())
                    .param("from_locker", swap.from().lockerId())
                    .param("to_account", swap.to().accountId())
                    .param("to_claim", swap.to().claimId())
                    .param("to_locker", swap.to().lockerId())
                    .param("message", swap.message())
                    .param("created", DirectoryStore.at(swap.createdAt()))
                    .param("expires", DirectoryStore.at(swap.expiresAt()))
                    .update();
            return true;
        } catch (DuplicateKeyException _) {
            return false;
        }
    }

    Optional<Swap> find(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from locker.swap_request where id = :id")
                .param("id", id)
                .query((row, n) -> swap(row))
                .optional();
    }

    /** Open questions from or to the account, newest first. */
    List<Swap> openOf(UUID accountId, Instant now) {
        return jdbc.sql("select " + COLUMNS + """
                          from locker.swap_request
                         where status = 'pending'
                           and expires_at > :now
                           and (from_account_id = :account or to_account_id = :account)
                         order by created_at desc, id desc
                         limit 200
                        """)
                .param("account", accountId)
                .param("now", DirectoryStore.at(now))
                .query((row, n) -> swap(row))
                .list();
    }

    /** Answers an open question once; false when it was answered or has expired. */
    boolean answer(UUID id, Swap.Status status, Instant now) {
        return jdbc.sql("""
                        update locker.swap_request
                           set status = :status, answered_at = :now
                         where id = :id
                           and status = 'pending'
                           and expires_at > :now
                        """)
                        .param("id", id)
                        .param("status", status.name().toLowerCase(Locale.ROOT))
                        .param("now", DirectoryStore.at(now))
                        .update()
                == 1;
    }

    /** Clears questions whose time has passed, so that they can be asked again. */
    void expire(UUID fromAccountId, Instant now) {
        jdbc.sql("""
                update locker.swap_request
                   set status = 'stale', answered_at = :now
                 where from_account_id = :account
                   and status = 'pending'
                   and expires_at <= :now
                """)
                .param("account", fromAccountId)
                .param("now", DirectoryStore.at(now))
                .update();
    }

    private static Swap swap(ResultSet row) throws SQLException {
        return new Swap(
                row.getObject("id", UUID.class),
                row.getObject("term_id", UUID.class),
                side(row, "from_"),
                side(row, "to_"),
                row.getString("message"),
                Swap.Status.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant());
    }

    private static Swap.Side side(ResultSet row, String prefix) throws SQLException {
        return new Swap.Side(
                row.getObject(prefix + "account_id", UUID.class),
                row.getObject(prefix + "claim_id", UUID.class),
                row.getInt(prefix + "locker_id"));
    }
}
