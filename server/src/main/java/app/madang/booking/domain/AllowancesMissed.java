package app.madang.booking.domain;

import java.util.Set;

/** A claim of another pool has an allowance that the batch needs; the batch is rolled back and decided with it known. */
final class AllowancesMissed extends RuntimeException {

    private final transient Set<WriteSet.AllowanceKey> keys;

    AllowancesMissed(Set<WriteSet.AllowanceKey> keys) {
        super("%d allowances are taken elsewhere".formatted(keys.size()), null, false, false);
        this.keys = keys;
    }

    Set<WriteSet.AllowanceKey> keys() {
        return keys;
    }
}
