package app.madang.identity.domain;

import app.madang.identity.IdentityRefusal;
import app.madang.identity.Person;
import app.madang.shared.Ids;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Logs in by student id, name and phone number, registering whoever is new. One student id is one account. */
@Component
public class LogInOrRegister {

    private final AccountStore accounts;
    private final RosterStore roster;
    private final AttemptLimits limits;
    private final LogInTurns turns;
    private final OpenLogIn opened;
    private final TransactionTemplate transactions;

    LogInOrRegister(
            AccountStore accounts,
            RosterStore roster,
            AttemptLimits limits,
            LogInTurns turns,
            OpenLogIn opened,
            PlatformTransactionManager transactions) {
        this.accounts = accounts;
        this.roster = roster;
        this.limits = limits;
        this.turns = turns;
        this.opened = opened;
        this.transactions = new TransactionTemplate(transactions);
    }

    public Entry enter(Applicant applicant, Client client) {
        var pause = limits.checkAccount(applicant.studentId(), client);
        if (pause != null) {
            return new Entry.Refused(new IdentityRefusal.TooManyAttempts(pause));
        }
        return turns.take(() -> {
            var entry = find(applicant, client);
            return switch (entry) {
                case Entry.Granted granted -> {
                    limits.succeeded(applicant.studentId(), client);
                    yield granted;
                }
                case Entry.Refused refused -> refused(refused, applicant.studentId(), client);
            };
        });
    }

    /** From an address that failed too often a failure learns nothing, while whoever is right gets in. */
    private Entry refused(Entry.Refused refused, String studentId, Client client) {
        var pause = limits.checkAddress(studentId, client);
        if (refused.refusal() instanceof IdentityRefusal.NotOnRoster) {
            limits.failedBesideOthers(studentId, client);
        } else {
            limits.failed(studentId, client);
        }
        return pause == null ? refused : new Entry.Refused(new IdentityRefusal.TooManyAttempts(pause));
    }

    private Entry find(Applicant applicant, Client client) {
        var known = accounts.findByStudentId(applicant.studentId());
        return known.isPresent()
                ? compare(known.get(), applicant, client)
                : transactions.execute(transaction -> register(applicant, client));
    }

    private Entry register(Applicant applicant, Client client) {
        var refusal = roster.refusal(applicant);
        if (refusal != null) {
            return new Entry.Refused(refusal);
        }
        var registered = accounts.register(Ids.next(), applicant);
        if (registered.isPresent()) {
            return opened.weak(registered.get(), client, true);
        }
        // Somebody registered the student id in this very moment; who, shows now.
        return compare(accounts.findByStudentId(applicant.studentId()).orElseThrow(), applicant, client);
    }

    private Entry compare(Person person, Applicant applicant, Client client) {
        return applicant.isSamePerson(person.name(), person.phoneNumber())
                ? opened.weak(person, client, false)
                : new Entry.Refused(new IdentityRefusal.IdentityMismatch());
    }
}
