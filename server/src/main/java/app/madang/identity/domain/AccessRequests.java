package app.madang.identity.domain;

import app.madang.identity.IdentityRefusal;
import app.madang.shared.Ids;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** "I can't get in": asked by anybody, answered by an admin. */
@Component
public class AccessRequests {

    private final AccessRequestStore store;
    private final AccountStore accounts;
    private final RosterStore roster;
    private final EndLogIn logIns;
    private final AttemptLimits limits;
    private final TransactionTemplate transactions;

    AccessRequests(
            AccessRequestStore store,
            AccountStore accounts,
            RosterStore roster,
            EndLogIn logIns,
            AttemptLimits limits,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.accounts = accounts;
        this.roster = roster;
        this.logIns = logIns;
        this.limits = limits;
        this.transactions = new TransactionTemplate(transactions);
    }

    /** Leaves a request; how long to wait when too many came from there. */
    public @Nullable Duration pause(Client client) {
        return limits.accessRequest(client);
    }

    public UUID ask(Applicant applicant, @Nullable String message) {
        var id = Ids.next();
        store.insert(id, applicant, message);
        return id;
    }

    public List<AccessRequest> list(AccessRequest.@Nullable Status status, @Nullable UUID before, int limit) {
        return store.list(status, before, limit);
    }

    public Optional<AccessRequest> find(UUID id) {
        return store.find(id);
    }

    /**
     * Resolves a request, once. Whoever is logged in to an account that now is somebody else's is logged out.
     *
     * @param into the account that gets the student id in a merge
     * @return null when done, or why not
     */
    public @Nullable IdentityRefusal resolve(
            UUID id, AccessRequest.Action action, @Nullable String note, @Nullable Long into, UUID by) {
        var result = transactions.execute(transaction -> {
            var done = apply(id, action, note, into, by);
            if (done.refusal() != null) {
                transaction.setRollbackOnly();
            }
            return done;
        });
        result.changed().forEach(account -> logIns.endAll(account, null, "corrected by an admin"));
        return result.refusal();
    }

    private Result apply(UUID id, AccessRequest.Action action, @Nullable String note, @Nullable Long into, UUID by) {
        var request = store.find(id).orElse(null);
        if (request == null) {
            return Result.refused(new IdentityRefusal.NoSuchRequest());
        }
        if (!store.resolve(id, action, note, by)) {
            return Result.refused(new IdentityRefusal.RequestResolved());
        }
        return switch (action) {
            case CORRECT -> correct(request.applicant());
            case MERGE -> merge(request.applicant().studentId(), into);
            case DISMISS -> new Result(null, List.of());
        };
    }

    private Result correct(Applicant applicant) {
        roster.upsert(List.of(applicant));
        return new Result(null, accounts.renameAll(List.of(applicant)));
    }

    private Result merge(String studentId, @Nullable Long into) {
        var target = into == null ? null : accounts.findBySerialId(into).orElse(null);
        if (target == null) {
            return Result.refused(new IdentityRefusal.NoSuchAccount());
        }
        var source = accounts.findByStudentId(studentId).orElse(null);
        if (source != null && source.accountId().equals(target.accountId())) {
            return new Result(null, List.of());
        }
        if (source != null) {
            accounts.setStudentId(source.accountId(), null);
        }
        accounts.setStudentId(target.accountId(), studentId);
        return new Result(
                null, source == null ? List.of(target.accountId()) : List.of(source.accountId(), target.accountId()));
    }

    private record Result(@Nullable IdentityRefusal refusal, List<UUID> changed) {
        static Result refused(IdentityRefusal refusal) {
            return new Result(refusal, List.of());
        }
    }
}
