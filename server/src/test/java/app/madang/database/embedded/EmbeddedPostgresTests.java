package app.madang.database.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import app.madang.database.schema.Durability;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class EmbeddedPostgresTests {

    DataDirectory directory;

    @BeforeEach
    void makeDirectory() throws IOException {
        directory = DataDirectory.enterable();
    }

    @AfterEach
    void removeDirectory() throws IOException {
        directory.close();
    }

    @Test
    void runsUnprivilegedOnTheLoopbackWithPasswordsOnly() {
        try (var postgres = EmbeddedPostgres.start(directory.settings())) {
            var superuser = JdbcClient.create(postgres.superuser("madang"));

            assertThat(setting(superuser, "listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(setting(superuser, "unix_socket_directories")).isEmpty();
            assertThat(setting(superuser, "data_checksums")).isEqualTo("on");
            assertThat(superuser
                            .sql("select distinct auth_method from pg_hba_file_rules")
                            .query(String.class)
                            .list())
                    .containsExactly("scram-sha-256");
            assertThat(postmaster().info().user()).isPresent().get().isNotEqualTo("root");
        }
    }

    @Test
    void givesTheApplicationARoleThatIsNoSuperuser() {
        try (var postgres = EmbeddedPostgres.start(directory.settings())) {
            var rights = JdbcClient.create(application(postgres))
                    .sql("""
                            select rolsuper or rolcreatedb or rolcreaterole or rolreplication or rolbypassrls
                            from pg_roles where rolname = current_user
                            """)
                    .query(Boolean.class)
                    .single();

            assertThat(rights).isFalse();
            assertThatThrownBy(() -> withPassword(postgres, "guessed").getConnection())
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("authentication failed");
        }
    }

    @Test
    void isDurableAndRefusedWhenItIsNot() throws SQLException {
        try (var postgres = EmbeddedPostgres.start(directory.settings())) {
            Durability.require(application(postgres));

            execute(postgres, "alter system set fsync = off");
            execute(postgres, "alter system set full_page_writes = off");
            execute(postgres, "alter role madang set synchronous_commit = off");
            execute(postgres, "select pg_reload_conf()");

            await().untilAsserted(() -> assertThatThrownBy(() -> Durability.require(application(postgres)))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("{fsync=off, full_page_writes=off, synchronous_commit=off}"));
        }
    }

    @Test
    void keepsDataAndPortOverARestart() {
        int port;
        try (var postgres = EmbeddedPostgres.start(directory.settings())) {
            port = postgres.port();
            JdbcClient.create(application(postgres))
                    .sql("create table kept as select 42 as answer")
                    .update();
        }
        try (var postgres = EmbeddedPostgres.start(directory.settings())) {
            assertThat(postgres.port()).isEqualTo(port);
            assertThat(answer(postgres)).isEqualTo(42);
        }
    }

    @Test
    void choosesAnotherPortWhenItsOwnIsTaken() throws IOException {
        int port;
        try (var postgres = EmbeddedPostgres.start(directory.settings())) {
            port = postgres.port();
        }
        try (var somebody = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
                var postgres = EmbeddedPostgres.start(directory.settings())) {
            assertThat(postgres.port()).isNotEqualTo(somebody.getLocalPort());
        }
    }

    @Test
    void refusesASecondMadangOnTheSameData() {
        try (var first = EmbeddedPostgres.start(directory.settings())) {
            assertThatThrownBy(() -> EmbeddedPostgres.start(directory.settings()))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("Another Madang is running");
            assertThat(answers(first)).isTrue();
        }
    }

    @Test
    void adoptsTheServerOfAMadangThatWasKilled() throws Exception {
        KilledMadang.on(directory);
        var orphan = postmaster();

        try (var postgres = EmbeddedPostgres.start(directory.settings())) {
            assertThat(postmaster().pid()).isEqualTo(orphan.pid());
            assertThat(answers(postgres)).isTrue();
        }
        awaitEnd(orphan);
    }

    @Test
    void replacesALeftOverServerThatDoesNotAnswer() throws Exception {
        KilledMadang.on(directory);
        var orphan = postmaster();
        new ProcessBuilder("kill", "-STOP", String.valueOf(orphan.pid()))
                .start()
                .waitFor();

        try (var postgres = EmbeddedPostgres.start(directory.settings())) {
            assertThat(postmaster().pid()).isNotEqualTo(orphan.pid());
            assertThat(answers(postgres)).isTrue();
        }
        awaitEnd(orphan);
    }

    @Test
    void recoversWhatWasCommittedWhenTheServerWasKilled() {
        try (var postgres = EmbeddedPostgres.start(directory.settings())) {
            JdbcClient.create(application(postgres))
                    .sql("create table kept as select 42 as answer")
                    .update();
            var killed = postmaster();
            killed.destroyForcibly();

            await().atMost(Duration.ofSeconds(60)).until(() -> answers(postgres));

            assertThat(postmaster().pid()).isNotEqualTo(killed.pid());
            assertThat(answer(postgres)).isEqualTo(42);
        }
    }

    @Test
    void ignoresAProcessNumberThatNowBelongsToSomebodyElse() throws IOException {
        try (var postgres = EmbeddedPostgres.start(directory.settings())) {
            assertThat(answers(postgres)).isTrue();
        }
        var ourselves = ProcessHandle.current().pid();
        Files.writeString(cluster().resolve("postmaster.pid"), ourselves + "\n" + cluster() + "\n1\n1\n\n\n\nready\n");

        try (var postgres = EmbeddedPostgres.start(directory.settings())) {
            assertThat(answers(postgres)).isTrue();
        }
    }

    @Test
    void refusesDataOfAnotherMajorVersionAndLeavesItAlone() throws IOException {
        EmbeddedPostgres.start(directory.settings()).close();
        Files.writeString(cluster().resolve("PG_VERSION"), "17\n");

        assertThatThrownBy(() -> EmbeddedPostgres.start(directory.settings()))
                .isInstanceOfSatisfying(
                        CannotStart.class,
                        refused -> assertThat(refused.action()).contains("pg_upgrade"))
                .hasMessageContaining("made by PostgreSQL 17");
        assertThat(cluster().resolve("PG_VERSION")).hasContent("17");
    }

    @Test
    void refusesWhenThePasswordsAreLost() throws IOException {
        EmbeddedPostgres.start(directory.settings()).close();
        Files.delete(directory.data().resolve("postgres/credentials"));

        assertThatThrownBy(() -> EmbeddedPostgres.start(directory.settings())).hasMessageContaining("passwords");
    }

    @Test
    void completesAFirstStartThatWasCutOff() throws IOException {
        var draft = directory.data().resolve("postgres/data-draft");
        try (var postgres = EmbeddedPostgres.start(directory.settings())) {
            assertThat(answers(postgres)).isTrue();
        }
        Files.move(cluster(), draft);

        try (var postgres = EmbeddedPostgres.start(directory.settings())) {
            assertThat(answers(postgres)).isTrue();
        }
        assertThat(draft).doesNotExist();
    }

    @Test
    void livesInTheStateDirectoryWhenItsUserCannotEnterTheData() throws IOException {
        assumeThat(RunAs.weAreRoot()).isTrue();
        try (var closed = DataDirectory.closedToOthers()) {
            var settings = closed.settings(directory.root().resolve("state"));
            try (var postgres = EmbeddedPostgres.start(settings)) {
                JdbcClient.create(application(postgres))
                        .sql("create table kept as select 42 as answer")
                        .update();
            }
            assertThat(closed.data().resolve("postgres")).doesNotExist();
            var remembered = Path.of(
                    Files.readString(closed.data().resolve("postgres.location")).strip());
            assertThat(remembered).startsWith(directory.root().resolve("state")).isDirectory();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(closed.root())))
                    .isEqualTo("rwx------");

            try (var postgres = EmbeddedPostgres.start(settings)) {
                assertThat(answer(postgres)).isEqualTo(42);
            }
            Files.move(remembered, remembered.resolveSibling("moved"));
            assertThatThrownBy(() -> EmbeddedPostgres.start(settings)).hasMessageContaining("but it is not there");
        }
    }

    @Test
    void stopsOnClose() {
        var postgres = EmbeddedPostgres.start(directory.settings());
        var server = postmaster();

        postgres.close();

        awaitEnd(server);
        assertThat(cluster().resolve("postmaster.pid")).doesNotExist();
    }

    private Path cluster() {
        return directory.data().resolve("postgres/data");
    }

    private ProcessHandle postmaster() {
        try {
            return PostmasterFile.in(cluster()).orElseThrow().process().orElseThrow();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void awaitEnd(ProcessHandle server) {
        await().until(() -> new PostmasterFile(server.pid(), 0, "").process().isEmpty());
    }

    private static String setting(JdbcClient jdbc, String name) {
        return jdbc.sql("select current_setting(?)")
                .param(name)
                .query(String.class)
                .single();
    }

    private static int answer(EmbeddedPostgres postgres) {
        return JdbcClient.create(application(postgres))
                .sql("select answer from kept")
                .query(Integer.class)
                .single();
    }

    private static boolean answers(EmbeddedPostgres postgres) {
        try (var connection = application(postgres).getConnection()) {
            return connection.isValid(5);
        } catch (SQLException notYet) {
            return false;
        }
    }

    private static DataSource application(EmbeddedPostgres postgres) {
        return withPassword(postgres, postgres.password());
    }

    private static DataSource withPassword(EmbeddedPostgres postgres, String password) {
        var source = new PGSimpleDataSource();
        source.setUrl(postgres.url(EmbeddedPostgres.DATABASE));
        source.setUser(postgres.user());
        source.setPassword(password);
        return source;
    }

    private static void execute(EmbeddedPostgres postgres, String command) throws SQLException {
        try (var connection = postgres.superuser("madang").getConnection();
                var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
