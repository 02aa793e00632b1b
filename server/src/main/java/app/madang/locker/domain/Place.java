package app.madang.locker.domain;

import java.util.UUID;

/** Where lockers stand; the name is what the fixed contract calls {@code location_id}. */
public record Place(UUID id, String name, String instructions) {}
