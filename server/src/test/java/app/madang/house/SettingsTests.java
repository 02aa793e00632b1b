package app.madang.house;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fast")
class SettingsTests {

    private static final Pattern IN_YAML = Pattern.compile("\\$\\{(MADANG_[A-Z_]+):?([^}]*)}");
    private static final Pattern IN_SCRIPT = Pattern.compile("\\$\\{(MADANG_[A-Z_]+):-([^}]*)}");
    private static final Pattern IN_EXAMPLE = Pattern.compile("(?m)^#?(MADANG_[A-Z_]+)=(.*)$");

    @Test
    void theExampleNamesEverySettingWithItsDefaultAndNoOther() throws IOException {
        var real = new TreeMap<String, String>();
        real.putAll(read("bin/run", IN_SCRIPT));
        real.putAll(read("server/src/main/resources/application.yaml", IN_YAML));

        assertThat(read(".env.example", IN_EXAMPLE)).isEqualTo(real);
    }

    private static Map<String, String> read(String file, Pattern pattern) throws IOException {
        var found = new TreeMap<String, String>();
        pattern.matcher(Files.readString(Golden.root().resolve(file)))
                .results()
                .forEach(setting -> found.put(setting.group(1), setting.group(2)));
        return found;
    }
}
