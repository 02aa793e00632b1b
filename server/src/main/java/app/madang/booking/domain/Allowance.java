package app.madang.booking.domain;

import java.util.UUID;

/** The {@code n}-th place of an account in a scope, taken by a claim. */
record Allowance(UUID scope, int n) {}
