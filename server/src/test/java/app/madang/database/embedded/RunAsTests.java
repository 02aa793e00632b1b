package app.madang.database.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RunAsTests {

    @Test
    void becomesTheUserByEveryWayTheSystemHas() {
        assumeThat(RunAs.weAreRoot()).isTrue();

        var ways = RunAs.ways("nobody");

        assertThat(ways).hasSize(3);
        assertThat(ways)
                .filteredOn(RunAs::works)
                .isNotEmpty()
                .allSatisfy(way -> assertThat(
                                way.run(List.of("sh", "-c", "id -un; echo \"$1\"", "-", "two words; and more"))
                                        .output())
                        .isEqualTo("nobody\ntwo words; and more\n"));
    }

    @Test
    void refusesUsersThatDoNotExistOrAreRootThemselves() {
        assumeThat(RunAs.weAreRoot()).isTrue();

        for (var name : List.of("no-such-user", "root")) {
            assertThatThrownBy(() -> RunAs.unprivileged(name))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining(name);
        }
    }

    @Test
    void passesNoSecretsOfOursOn() {
        assertThat(RunAs.ourselves().run(List.of("env")).output()).doesNotContain("MADANG_");
    }
}
