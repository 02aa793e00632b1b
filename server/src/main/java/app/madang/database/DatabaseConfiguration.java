package app.madang.database;

import app.madang.database.embedded.CannotStart;
import app.madang.database.schema.Durability;
import app.madang.database.schema.Migrations;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Three pools on one database: requests, the engine, and a small one by which the house itself looks whether the
 * database is there and what time it is, however busy the others are.
 */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    @Bean
    PostgresServer postgresServer(DatabaseSettings settings) {
        return PostgresServer.from(settings);
    }

    /** Comes before every other pool: nobody sees a database that is not durable or not migrated. */
    @Bean(defaultCandidate = false)
    HikariDataSource houseDataSource(PostgresServer server) {
        var pool = pool(server, "house", 2);
        pool.setConnectionTimeout(Duration.ofSeconds(2).toMillis());
        var source = open(pool, server);
        try {
            Durability.require(source);
            Migrations.run(source);
        } catch (RuntimeException e) {
            source.close();
            throw e;
        }
        return source;
    }

    private static HikariDataSource open(HikariConfig pool, PostgresServer server) {
        try {
            return new HikariDataSource(pool);
        } catch (RuntimeException e) {
            throw new CannotStart(
                    "The database at %s cannot be used: %s"
                            .formatted(
                                    server.url(),
                                    NestedExceptionUtils.getMostSpecificCause(e).getMessage()),
                    "Check MADANG_DB_URL (jdbc:postgresql://host:port/name), MADANG_DB_USER and MADANG_DB_PASSWORD, and"
                            + " that the database accepts connections from here. Without MADANG_DB_URL, Madang starts"
                            + " a database of its own.",
                    e);
        }
    }

    @Bean
    @Primary
    HikariDataSource dataSource(
            PostgresServer server, DatabaseSettings settings, @Qualifier("houseDataSource") HikariDataSource migrated) {
        return new HikariDataSource(pool(server, "requests", settings.database().poolMax()));
    }

    @Bean
    @Qualifier("engine")
    HikariDataSource engineDataSource(
            PostgresServer server, DatabaseSettings settings, @Qualifier("houseDataSource") HikariDataSource migrated) {
        var engine = settings.database().engine();
        var pool = pool(server, "engine", engine.poolMax());
        pool.setConnectionInitSql("""
                set lock_timeout = %d;
                set idle_in_transaction_session_timeout = %d;
                set transaction_timeout = %d
                """.formatted(
                        engine.lockTimeout().toMillis(),
                        engine.idleInTransactionTimeout().toMillis(),
                        engine.transactionTimeout().toMillis()));
        return new HikariDataSource(pool);
    }

    private static HikariConfig pool(PostgresServer server, String name, int connectionsMax) {
        var pool = new HikariConfig();
        pool.setPoolName(name);
        pool.setJdbcUrl(server.url());
        pool.setUsername(server.user());
        pool.setPassword(server.password());
        pool.setMaximumPoolSize(connectionsMax);
        pool.setConnectionTimeout(Duration.ofSeconds(5).toMillis());
        pool.addDataSourceProperty("ApplicationName", "madang-" + name);
        pool.addDataSourceProperty("connectTimeout", "5");
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        return pool;
    }

    @Bean
    @Primary
    JdbcClient jdbcClient(DataSource dataSource) {
        return JdbcClient.create(dataSource);
    }

    @Bean
    @Primary
    PlatformTransactionManager transactionManager(DataSource dataSource) {
        return new JdbcTransactionManager(dataSource);
    }

    @Bean
    @Primary
    TransactionTemplate transactionTemplate(PlatformTransactionManager transactionManager) {
        return new TransactionTemplate(transactionManager);
    }

    @Bean
    JdbcClient engineJdbc(@Qualifier("engine") DataSource engine) {
        return JdbcClient.create(engine);
    }

    @Bean
    TransactionTemplate engineTransactions(@Qualifier("engine") DataSource engine) {
        return new TransactionTemplate(new JdbcTransactionManager(engine));
    }

    @Bean
    DatabaseClock clock() {
        return new DatabaseClock(Clock.systemUTC());
    }
}
