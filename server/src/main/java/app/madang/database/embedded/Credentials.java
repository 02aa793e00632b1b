package app.madang.database.embedded;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Objects;
import java.util.Properties;

/** The passwords of the embedded server, made once and kept in a file that only we can read. */
record Credentials(String superuserPassword, String applicationPassword) {

    static final String SUPERUSER = "postgres";
    static final String APPLICATION = "madang";

    static Credentials in(Path file, boolean clusterExists) throws IOException {
        if (Files.exists(file)) {
            return read(file);
        }
        if (clusterExists) {
            throw new CannotStart(
                    "The passwords of the database are lost: " + file + " is missing.",
                    "Bring the file back from a backup of the data directory.");
        }
        var made = new Credentials(secret(), secret());
        var draft = Files.createTempFile(
                file.getParent(),
                "credentials",
                "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(
                draft, "superuser=" + made.superuserPassword + "\napplication=" + made.applicationPassword + "\n");
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        return made;
    }

    private static Credentials read(Path file) throws IOException {
        var properties = new Properties();
        try {
            properties.load(new StringReader(Files.readString(file)));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return new Credentials(
                Objects.requireNonNull(properties.getProperty("superuser"), "superuser password"),
                Objects.requireNonNull(properties.getProperty("application"), "application password"));
    }

    private static String secret() {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "Credentials";
    }
}
