package app.madang.database;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.testing.MadangTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@MadangTest
class EngineConnectionsTests {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    @Qualifier("engineJdbc")
    JdbcClient engineJdbc;

    @Autowired
    @Qualifier("engineTransactions")
    TransactionTemplate engineTransactions;

    @Test
    void carryLimitsThatOtherConnectionsDoNot() {
        assertThat(limits(engineJdbc)).containsExactly("3s", "3s", "5s");
        assertThat(limits(jdbc)).containsExactly("0", "0", "0");
    }

    @Test
    void areTheOnesItsTransactionsRunOn() {
        var transactions =
                engineTransactions.execute(status -> List.of(transaction(engineJdbc), transaction(engineJdbc)));

        assertThat(transactions.get(0)).isEqualTo(transactions.get(1));
    }

    private static List<String> limits(JdbcClient jdbc) {
        return List.of("lock_timeout", "idle_in_transaction_session_timeout", "transaction_timeout").stream()
                .map(name -> jdbc.sql("select current_setting(?)")
                        .param(name)
                        .query(String.class)
                        .single())
                .toList();
    }

    private static String transaction(JdbcClient jdbc) {
        return jdbc.sql("select pg_current_xact_id()::text").query(String.class).single();
    }
}
