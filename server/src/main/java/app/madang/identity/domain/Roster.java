package app.madang.identity.domain;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Who belongs here: the imported list, and whether others may register all the same. */
@Component
public class Roster {

    /** @param created people new to the roster; {@code updated} those it had already */
    public record Imported(int created, int updated) {}

    private record Result(Imported imported, List<UUID> renamed) {}

    private final RosterStore store;
    private final AccountStore accounts;
    private final EndLogIn logIns;
    private final TransactionTemplate transactions;

    Roster(RosterStore store, AccountStore accounts, EndLogIn logIns, PlatformTransactionManager transactions) {
        this.store = store;
        this.accounts = accounts;
        this.logIns = logIns;
        this.transactions = new TransactionTemplate(transactions);
    }

    /** {@code open}: anybody registers; {@code closed}: only people on the list. */
    public String mode() {
        return store.mode();
    }

    public void changeMode(String mode) {
        store.changeMode(mode);
    }

    /**
     * Takes people over, each student id once. The office is right about who has a student id: an
     * account under another name or number gets the office's, and whoever was logged in to it has to show who they are.
     */
    public Imported importAll(List<Applicant> people) {
        var result = transactions.execute(transaction -> takeOver(people));
        result.renamed().forEach(account -> logIns.endAll(account, null, "the roster names somebody else"));
        return result.imported();
    }

    public List<RosterEntry> search(String text, String afterStudentId, int limit) {
        return store.search(text.strip(), afterStudentId, limit);
    }

    private Result takeOver(List<Applicant> people) {
        var created = (int) store.upsert(people).stream().filter(isNew -> isNew).count();
        var renamed = accounts.renameAll(people);
        return new Result(new Imported(created, people.size() - created), renamed);
    }
}
