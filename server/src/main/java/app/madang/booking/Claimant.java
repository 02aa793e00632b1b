package app.madang.booking;

import java.util.Set;
import java.util.UUID;

/** The account a claim is for, and the groups it belongs to, as the product knows them. */
public record Claimant(UUID accountId, Set<String> groups) {

    public static Claimant of(UUID accountId) {
        return new Claimant(accountId, Set.of());
    }
}
