package app.madang.booking.domain;

import app.madang.booking.BookingRefusal.KeyReused;
import app.madang.booking.BookingRefusal.NoSuchPool;
import app.madang.booking.Outcome;
import app.madang.booking.Receipt;
import app.madang.web.Answers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The commands of one transaction, decided on locked pools at one moment; undone when the transaction fails. */
final class Batch {

    private final Map<UUID, Decision> decisions = new LinkedHashMap<>();
    private final Decision.Table table;
    private final Map<Answers.Key, Answers.Answer> kept;
    private final List<Answers.Answer> answers = new ArrayList<>();

    Batch(Collection<PoolState> states, Known known, Instant now, Map<Answers.Key, Answers.Answer> kept) {
        this.kept = new HashMap<>(kept);
        table = new Decision.Table(List.copyOf(states));
        states.forEach(state -> decisions.put(state.poolId(), new Decision(state, table, known, now)));
    }

    void expire() {
        decisions.values().forEach(Decide::expire);
    }

    /** Decides one job; a granted one with a receipt leaves its rendered answer to be stored. */
    Outcome decide(Job job) {
        var receipt = job.receipt();
        if (receipt != null) {
            var answer = kept.get(key(receipt));
            if (answer != null) {
                return answer.fingerprint().equals(receipt.fingerprint())
                        ? new Outcome.Replayed(answer.status(), answer.body())
                        : Decision.refused(new KeyReused());
            }
        }
        var poolId = job.command().poolId();
        var decision = decisions.get(poolId);
        if (decision == null) {
            return Decision.refused(new NoSuchPool(poolId));
        }
        var outcome = Decide.decide(decision, job.command());
        if (receipt != null && outcome instanceof Outcome.Granted granted) {
            var answer = new Answers.Answer(
                    key(receipt),
                    receipt.fingerprint(),
                    receipt.status(),
                    receipt.body().apply(granted));
            kept.put(answer.key(), answer);
            answers.add(answer);
        }
        return outcome;
    }

    /** Whose allowances were looked at: all of them are read when one was missed, or each retry would miss the next. */
    Set<Known.Key> asked() {
        return table.asked();
    }

    WriteSet writes() {
        return WriteSet.of(decisions.values());
    }

    List<Answers.Answer> answers() {
        return answers;
    }

    Collection<Decision> decisions() {
        return decisions.values();
    }

    /** Takes every step back, so that the states are again what they were before the batch. */
    void undo() {
        for (var decision : decisions.values()) {
            decision.steps().reversed().forEach(decision.state()::revert);
            decision.steps().clear();
        }
    }

    static Answers.Key key(Receipt receipt) {
        return new Answers.Key(receipt.accountId(), receipt.route(), receipt.key());
    }
}
