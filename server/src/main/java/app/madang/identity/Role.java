package app.madang.identity;

/** What an account may do, from little to all; each includes those before it. */
public enum Role {
    MEMBER,
    ORGANISER,
    MODERATOR,
    ADMIN;

    public boolean includes(Role other) {
        return compareTo(other) >= 0;
    }
}
