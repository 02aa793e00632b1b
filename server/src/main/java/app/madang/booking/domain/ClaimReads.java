package app.madang.booking.domain;

import app.madang.booking.Claim;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What stands in the table of claims, for whoever asks what they have. */
final class ClaimReads {

    private final JdbcClient jdbc;

    ClaimReads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Claim> claimsOf(UUID accountId, @Nullable UUID poolId) {
        return jdbc.sql("""
                select claim_id, pool_id, account_id, state, units, until
                from booking.claim
                where account_id = :account_id and (:pool_id::uuid is null or pool_id = :pool_id::uuid)
                  and (state = 'confirmed' or (state = 'held' and until > clock_timestamp()))
                order by claim_id
                """)
                .param("account_id", accountId)
                .param("pool_id", poolId == null ? null : poolId.toString())
                .query((row, index) -> Rows.claim(row))
                .list();
    }

    Optional<Claim> find(UUID claimId) {
        return jdbc.sql("""
                select claim_id, pool_id, account_id, state, units, until
                from booking.claim where claim_id = :claim_id
                """)
                .param("claim_id", claimId)
                .query((row, index) -> Rows.claim(row))
                .optional();
    }
}
