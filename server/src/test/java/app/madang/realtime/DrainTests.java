package app.madang.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.testing.MadangTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/** The node stops. */
@MadangTest
@Import(TestTopic.Configuration.class)
class DrainTests {

    @LocalServerPort
    private int port;

    @Autowired
    private ConfigurableApplicationContext application;

    @Test
    void sendsEverybodyAwayWithAHintWhenToComeBackAndTakesThemAgainAfterTheStart() throws Exception {
        var someone = Somebody.atPort(port);
        try (var one = someone.connect().subscribe("me");
                var other = Somebody.atPort(port).connect()) {
            one.await("subscribed");
            var stopping = Thread.ofPlatform().start(application::stop);

            for (var socket : new TestSocket[] {one, other}) {
                var goodbye = socket.awaitGoodbye();
                assertThat(goodbye.code()).isEqualTo(1012);
                assertThat(goodbye.reason()).matches("retry_ms=\\d{1,4}");
            }
            stopping.join();
            assertThat(application.isRunning()).isFalse();
        } finally {
            application.start();
        }
        // A random port, so another one than before.
        var portNow = application.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        try (var back = TestSocket.open(portNow, someone.token()).subscribe("me")) {
            back.await("subscribed");
        }
    }
}
