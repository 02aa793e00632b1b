package app.madang.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Files that are generated and committed all the same, so that a change of theirs is seen in review. With
 * {@code -Dmadang.rewrite=true} a test writes its file instead of comparing it.
 */
public final class Golden {

    private Golden() {}

    /** @param path from the root of the repository */
    public static void compare(String path, String generated) {
        var file = root().resolve(path);
        try {
            if (Boolean.getBoolean("madang.rewrite")) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, generated);
            }
            assertThat(generated)
                    .as("%s is out of date: run bin/generate and look at the difference", path)
                    .isEqualTo(Files.exists(file) ? Files.readString(file) : "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The root of the repository. */
    public static Path root() {
        var here = Path.of("").toAbsolutePath();
        return Files.exists(here.resolve("server")) ? here : here.resolve("..").normalize();
    }
}
