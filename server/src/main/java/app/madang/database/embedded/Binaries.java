package app.madang.database.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked once from the archive on the classpath. */
record Binaries(Path root) {

    /** The major version whose archives are packaged. */
    static final int MAJOR = 18;

    private static final String EVERYONE_MAY_LOOK = "rwxr-xr-x";

    Path program(String name) {
        return root.resolve("bin").resolve(name);
    }

    /**
     * Unpacks below {@code cache}, unless that is done already. The directory's name carries the archive's checksum and
     * appears only when it is complete.
     */
    static Binaries unpackedIn(Path cache) throws IOException {
        var archive = archiveFor(System.getProperty("os.name"), System.getProperty("os.arch"));
        var root = cache.resolve("postgresql-" + MAJOR + "-" + checksum(archive).substring(0, 16));
        if (!Files.isDirectory(root)) {
            Files.createDirectories(cache);
            var fresh = Files.createTempDirectory(cache, "unpacking-");
            Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString(EVERYONE_MAY_LOOK));
            unpack(archive, fresh);
            moveUnlessThere(fresh, root);
        }
        return new Binaries(root);
    }

    /** Two that unpack at once make the same thing: the second keeps the first's. */
    private static void moveUnlessThere(Path fresh, Path root) throws IOException {
        try {
            Files.move(fresh, root, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (!Files.isDirectory(root)) {
                throw e;
            }
        }
    }

    static String archiveFor(String osName, String osArch) {
        var arm = osArch.equals("aarch64") || osArch.equals("arm64");
        var os = osName.toLowerCase(Locale.ROOT);
        if (os.startsWith("linux")) {
            return arm ? "postgres-linux-arm_64.txz" : "postgres-linux-x86_64.txz";
        }
        if (os.startsWith("mac") && arm) {
            return "postgres-darwin-arm_64.txz";
        }
        throw noneFor(osName + " on " + osArch);
    }

    private static CannotStart noneFor(String machine) {
        return new CannotStart(
                "There is no embedded PostgreSQL for " + machine + ".",
                "Use a PostgreSQL " + MAJOR
                        + " of your own: set MADANG_DB_URL, MADANG_DB_USER and MADANG_DB_PASSWORD.");
    }

    private static InputStream open(String archive) {
        var stream = Binaries.class.getResourceAsStream("/" + archive);
        if (stream == null) {
            throw noneFor(archive);
        }
        return stream;
    }

    private static String checksum(String archive) throws IOException {
        try (var stream = new DigestInputStream(open(archive), MessageDigest.getInstance("SHA-256"))) {
            stream.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(stream.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void unpack(String archive, Path into) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(open(archive)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                var path = into.resolve(entry.getName()).normalize();
                if (!path.startsWith(into)) {
                    throw new IOException("The archive reaches outside: " + entry.getName());
                }
                Files.createDirectories(entry.isDirectory() ? path : path.getParent());
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
                } else if (entry.isFile()) {
                    Files.copy(tar, path);
                }
                if (!entry.isSymbolicLink()) {
                    var executable = entry.isDirectory() || (entry.getMode() & 0100) != 0;
                    Files.setPosixFilePermissions(
                            path, PosixFilePermissions.fromString(executable ? EVERYONE_MAY_LOOK : "rw-r--r--"));
                }
            }
        }
    }
}
