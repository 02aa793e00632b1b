package app.madang.booking.domain;

import java.util.Set;
import java.util.stream.Collectors;

/** A claim of another pool has an allowance that the batch needs; the batch is rolled back and decided with it known. */
final class AllowancesMissed extends RuntimeException {

    private final transient Set<Known.Key> keys;

    AllowancesMissed(Set<WriteSet.AllowanceKey> missed) {
        super("%d allowances are taken elsewhere".formatted(missed.size()), null, false, false);
        this.keys = missed.stream()
                .map(each -> new Known.Key(each.scope(), each.accountId()))
                .collect(Collectors.toSet());
    }

    Set<Known.Key> keys() {
        return keys;
    }
}
