package app.madang.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** CPU time of the server's processes: the JVM, and PostgreSQL with all its children, those that have ended included. */
record Cpu(double jvmSeconds, double postgresSeconds) {

    static final Cpu NONE = new Cpu(0, 0);

    private static final double TICKS_PER_SECOND = 100;

    static Cpu of(long jvm, long postmaster) {
        var postgres = ticks(postmaster, true);
        if (postmaster > 0) {
            postgres += ProcessHandle.of(postmaster).stream()
                    .flatMap(ProcessHandle::children)
                    .mapToLong(child -> ticks(child.pid(), false))
                    .sum();
        }
        return new Cpu(ticks(jvm, false) / TICKS_PER_SECOND, postgres / TICKS_PER_SECOND);
    }

    Cpu minus(Cpu before) {
        return new Cpu(jvmSeconds - before.jvmSeconds, postgresSeconds - before.postgresSeconds);
    }

    Cpu plus(Cpu other) {
        return new Cpu(jvmSeconds + other.jvmSeconds, postgresSeconds + other.postgresSeconds);
    }

    private static long ticks(long pid, boolean withEndedChildren) {
        try {
            var stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            var own = Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
            return withEndedChildren ? own + Long.parseLong(fields[13]) + Long.parseLong(fields[14]) : own;
        } catch (IOException gone) {
            return 0;
        }
    }
}
