package app.madang.identity.domain;

import java.time.Instant;
import java.util.UUID;

/** A live log-in, as its owner may see it. */
public record LogIn(UUID id, String userAgent, String address, Instant createdAt, Instant lastUsedAt) {}
