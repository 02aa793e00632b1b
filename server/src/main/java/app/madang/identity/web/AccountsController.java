package app.madang.identity.web;

import app.madang.identity.IdentityRefusal;
import app.madang.identity.Person;
import app.madang.identity.Requires;
import app.madang.identity.Role;
import app.madang.identity.domain.Administration;
import app.madang.shared.Page;
import app.madang.web.Cursors;
import app.madang.web.Paging;
import app.madang.web.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Accounts, their roles, and the keys of their tokens, for admins. */
@RestController
@RequestMapping("/api/v1/admin")
@Requires(Role.ADMIN)
class AccountsController {

    record Account(
            long serialId,
            String handle,
            @Nullable String studentId,
            String name,
            @Nullable String phoneNumber,
            Role role) {

        static Account of(Person person) {
            return new Account(
                    person.serialId(),
                    person.handle(),
                    person.studentId(),
                    person.name(),
                    person.phoneNumber(),
                    person.role());
        }
    }

    record RoleChange(@Nullable Role role) {}

    record SigningKey(String id) {}

    private final Administration administration;
    private final Forms forms;

    AccountsController(Administration administration, Forms forms) {
        this.administration = administration;
        this.forms = forms;
    }

    @GetMapping("/accounts")
    Page<Account> list(@RequestParam(defaultValue = "") String query, Paging paging) {
        var after = paging.after(1);
        var afterSerialId = after == null ? 0 : Cursors.number(after.getFirst());
        var rows = administration.search(query, afterSerialId, paging.fetch()).stream()
                .map(Account::of)
                .toList();
        return paging.page(rows, account -> List.of(account.serialId()));
    }

    @PutMapping("/accounts/{serial_id}/role")
    Account changeRole(@PathVariable("serial_id") long serialId, @RequestBody RoleChange change) {
        if (change.role() == null) {
            throw new Problem(forms.missing("role"));
        }
        var refusal = administration.changeRole(serialId, change.role());
        if (refusal != null) {
            throw new Problem(refusal);
        }
        var person = administration.find(serialId);
        if (person == null) {
            throw new Problem(new IdentityRefusal.NoSuchAccount());
        }
        return Account.of(person);
    }

    @PostMapping("/signing-keys")
    @ResponseStatus(HttpStatus.CREATED)
    SigningKey rotate() {
        return new SigningKey(administration.rotateSigningKey());
    }
}
