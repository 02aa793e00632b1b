package app.madang.identity.domain;

import app.madang.shared.Ids;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The keys that sign access tokens: one current one, and those whose tokens have not yet run out. */
@Component
class SigningKeyStore {

    /** Any number, the same on every node: whoever has it makes keys. */
    private static final long MAKING_KEYS = 0x6d6164616e67_0001L;

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    SigningKeyStore(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactions);
    }

    /** The key that signs first, then the retired ones still believed. */
    List<SigningKey> read(Duration tokenLifetime) {
        return jdbc.sql("""
                        select id, secret from identity.signing_key
                        where retired_at is null
                           or retired_at > clock_timestamp() - make_interval(secs => :believed)
                        order by retired_at desc nulls first
                        """)
                .param("believed", tokenLifetime.toSeconds() + 5)
                .query((row, number) -> new SigningKey(row.getString("id"), row.getBytes("secret")))
                .list();
    }

    /** Makes the first key, once, however many nodes start at the same moment. */
    void makeFirst() {
        transactions.executeWithoutResult(transaction -> {
            lock();
            var none = jdbc.sql("select not exists (select 1 from identity.signing_key where retired_at is null)")
                    .query(Boolean.class)
                    .single();
            if (none) {
                insert();
            }
        });
    }

    /** Retires the current key and makes its successor; its id. */
    String rotate() {
        return transactions.execute(transaction -> {
            lock();
            jdbc.sql("update identity.signing_key set retired_at = clock_timestamp() where retired_at is null")
                    .update();
            return insert();
        });
    }

    void forget() {
        jdbc.sql("delete from identity.signing_key where retired_at < clock_timestamp() - interval '1 day'")
                .update();
    }

    private void lock() {
        jdbc.sql("select pg_advisory_xact_lock(:key)").param("key", MAKING_KEYS).query(row -> {});
    }

    private String insert() {
        var id = Ids.next().toString();
        jdbc.sql("insert into identity.signing_key (id, secret) values (:id, :secret)")
                .param("id", id)
                .param("secret", RefreshTokens.randomBytes())
                .update();
        return id;
    }

    /** @param secret 256 bits */
    record SigningKey(String id, byte[] secret) {}
}
