package brokenhouse.court;

import brokenhouse.locker.inner.Secret;

/** Breaks: inner packages are used by their module alone. */
public record Thief(Secret secret) {}
