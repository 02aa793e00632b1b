package app.madang.bench;

import java.util.Arrays;
import java.util.List;

/** {@code bin/bench}: see bench/README.md. */
final class Bench {

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        var names = arguments.length == 0 ? "all" : arguments[0];
        var settings = Settings.of(Arrays.asList(arguments).subList(Math.min(1, arguments.length), arguments.length));
        for (var name : names.equals("all") ? List.of("one-unit", "hold", "list", "start", "grow") : List.of(names)) {
            switch (name) {
                case "hold" -> HoldBench.run(settings);
                case "list" -> ListBench.run(settings);
                case "start" -> StartBench.run(settings);
                case "grow" -> GrowBench.run(settings);
                case "one-unit" -> OneUnitBench.run(settings);
                default -> throw new IllegalArgumentException("no benchmark called " + name);
            }
        }
    }
}
