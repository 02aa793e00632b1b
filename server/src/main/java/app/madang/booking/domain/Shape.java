package app.madang.booking.domain;

import app.madang.booking.Policy;
import org.jspecify.annotations.Nullable;

/** What a pool is besides its claims: its rules and its size (null: an open range). */
record Shape(Policy policy, @Nullable Integer units) {}
