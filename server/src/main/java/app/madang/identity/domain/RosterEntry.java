package app.madang.identity.domain;

/** Someone on the roster; {@code registered} once they have an account. */
public record RosterEntry(String studentId, String name, String phoneNumber, boolean registered) {}
