package app.madang.booking;

import java.util.SortedSet;
import java.util.UUID;

/**
 * Numbered places that a claim takes in a scope of its account, beside its units: such as the five-minute slots of the
 * time an account spends at games, so that no two of its games overlap. All or nothing, like units.
 */
public record Slots(UUID scope, SortedSet<Integer> numbers) {}
