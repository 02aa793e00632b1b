package app.madang.booking.domain;

import org.jspecify.annotations.Nullable;

/** One claim before and after a step; null where it did not stand. */
record Change(@Nullable Standing before, @Nullable Standing after) {}
