package app.madang.database.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** One Madang per data directory; the system takes the lock back when we die. */
record DataLock(FileChannel channel) implements AutoCloseable {

    static DataLock on(Path data) throws IOException {
        Files.createDirectories(data);
        var channel =
                FileChannel.open(data.resolve("madang.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!taken(channel)) {
            channel.close();
            throw new CannotStart(
                    "Another Madang is running on the data directory " + data + ".",
                    "Stop it first, or give this one a directory of its own: set MADANG_DATA.");
        }
        return new DataLock(channel);
    }

    private static boolean taken(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException inThisJvm) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
