package app.madang.identity.domain;

import org.springframework.stereotype.Component;

/** Who belongs here: the imported list, and whether others may register all the same. */
@Component
public class Roster {

    private final RosterStore store;

    Roster(RosterStore store) {
        this.store = store;
    }

    /** {@code open}: anybody registers; {@code closed}: only people on the list. */
    public String mode() {
        return store.mode();
    }

    public void changeMode(String mode) {
        store.changeMode(mode);
    }
}
