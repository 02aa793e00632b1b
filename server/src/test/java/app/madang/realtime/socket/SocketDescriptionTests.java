package app.madang.realtime.socket;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.testing.Api;
import app.madang.testing.MadangTest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yaml.snakeyaml.Yaml;

@MadangTest
class SocketDescriptionTests {

    @LocalServerPort
    private int port;

    @Test
    void describesEveryMessageAndCloseCode() {
        var answer = Api.on(port).get("/docs/asyncapi.yaml");
        assertThat(answer.status()).isEqualTo(200);
        Map<String, Object> description = new Yaml().load(answer.body());

        var components = (Map<?, ?>) description.get("components");
        var messages = (Map<?, ?>) java.util.Objects.requireNonNull(components).get("messages");
        assertThat(java.util.Objects.requireNonNull(messages).keySet().stream().map(String::valueOf))
                .contains("subscribed", "event", "resync", "pong", "error")
                .containsAll(Arrays.stream(Message.class.getPermittedSubclasses())
                        .filter(type -> type != Message.Malformed.class)
                        .map(type -> type.getSimpleName().toLowerCase(Locale.ROOT))
                        .toList());
        assertThat(CloseReason.values())
                .allSatisfy(reason -> assertThat(answer.body()).contains(String.valueOf(reason.code())));
    }

    @Test
    void hasAPageForPeople() {
        assertThat(Api.on(port).get("/docs/realtime.md").body()).startsWith("# The socket");
    }
}
