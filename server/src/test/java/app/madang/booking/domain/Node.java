package app.madang.booking.domain;

import app.madang.booking.Command;
import app.madang.booking.Outcome;
import java.util.List;
import java.util.Objects;

/** A node a history may ask, in this process or another. */
interface Node {

    /** @throws NodeProcess.Lost when nobody knows what became of it because the node or the caller's commit broke */
    List<Outcome> ask(Wire.Verb verb, List<Command> commands);

    static Node of(TestNode node) {
        return (verb, commands) -> verb == Wire.Verb.SUBMIT
                ? List.of(node.booking.submit(commands.getFirst()))
                : Objects.requireNonNull(node.transactions.execute(status -> node.booking.within(commands)));
    }
}
