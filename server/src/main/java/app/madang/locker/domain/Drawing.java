package app.madang.locker.domain;

import app.madang.shared.Ids;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Lockers being put up beside those of a directory: finds or makes their places, gives new ones their unit. */
class Drawing {

    private final Directory directory;
    private final Map<String, UUID> placeIds = new LinkedHashMap<>();
    private final List<Place> newPlaces = new ArrayList<>();
    private final List<Locker> lockers = new ArrayList<>();
    private int units;
    private int created;

    Drawing(Directory directory) {
        this.directory = directory;
        this.units = directory.units();
        directory.places().values().forEach(place -> placeIds.put(place.name(), place.id()));
    }

    void add(LockerSetup.Line line) {
        var placeId = placeIds.computeIfAbsent(line.location(), this::newPlace);
        var known = directory.locker(line.lockerId()).orElse(null);
        if (known == null) {
            created++;
            lockers.add(new Locker(line.lockerId(), units++, placeId, line.floor(), line.row(), line.column(), null));
        } else if (line.keepsPosition()) {
            lockers.add(new Locker(
                    known.id(),
                    known.unit(),
                    placeId,
                    known.floor(),
                    known.row(),
                    known.column(),
                    known.brokenReason()));
        } else {
            lockers.add(new Locker(
                    known.id(), known.unit(), placeId, line.floor(), line.row(), line.column(), known.brokenReason()));
        }
    }

    private UUID newPlace(String name) {
        var place = new Place(Ids.next(), name, "");
        newPlaces.add(place);
        return place.id();
    }

    List<Place> newPlaces() {
        return newPlaces;
    }

    List<Locker> lockers() {
        return lockers;
    }

    /** How many unit numbers are given out after this. */
    int units() {
        return units;
    }

    LockerSetup.Counts counts() {
        return new LockerSetup.Counts(created, lockers.size() - created);
    }
}
