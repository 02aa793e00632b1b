package app.madang.locker.domain;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Every place, locker and term as of one version; immutable, shared by all requests of a node. */
public final class Directory {

    /** How many neighbours are looked through for a free one. */
    private static final int NEIGHBOURS_MAX = 60;

    private final long version;
    private final int units;
    private final List<Locker> lockers;
    private final List<Term> terms;
    private final Map<UUID, Place> places;
    private final Map<Integer, Integer> indexById = new HashMap<>();
    private final Map<Integer, Integer> indexByUnit = new HashMap<>();
    private final Map<UUID, List<Locker>> lockersByPlace;
    private final AtomicReferenceArray<@Nullable List<Locker>> neighbours;

    Directory(long version, int units, List<Locker> lockers, List<Place> places, List<Term> terms) {
        this.version = version;
        this.units = units;
        this.lockers =
                lockers.stream().sorted(Comparator.comparingInt(Locker::id)).toList();
        this.terms = terms.stream().sorted(Comparator.comparing(Term::opensAt)).toList();
        this.places = places.stream().collect(Collectors.toUnmodifiableMap(Place::id, place -> place));
        for (int index = 0; index < this.lockers.size(); index++) {
            indexById.put(this.lockers.get(index).id(), index);
            indexByUnit.put(this.lockers.get(index).unit(), index);
        }
        this.lockersByPlace = this.lockers.stream().collect(Collectors.groupingBy(Locker::placeId));
        this.neighbours = new AtomicReferenceArray<>(this.lockers.size());
    }

    public long version() {
        return version;
    }

    /** How many unit numbers have been given out. */
    public int units() {
        return units;
    }

    /** By number. */
    public List<Locker> lockers() {
        return lockers;
    }

    public Map<UUID, Place> places() {
        return places;
    }

    /** By opening, oldest first. */
    public List<Term> terms() {
        return terms;
    }

    public Optional<Locker> locker(int id) {
        return Optional.ofNullable(indexById.get(id)).map(lockers::get);
    }

    public Optional<Locker> lockerOfUnit(int unit) {
        return Optional.ofNullable(indexByUnit.get(unit)).map(lockers::get);
    }

    /** The position in {@link #lockers()} of the locker with this unit, or -1. */
    public int indexOfUnit(int unit) {
        return indexByUnit.getOrDefault(unit, -1);
    }

    /** The place of a locker of this directory. */
    public Place placeOf(Locker locker) {
        var place = places.get(locker.placeId());
        if (place == null) {
            throw new IllegalStateException("locker " + locker.id() + " stands nowhere");
        }
        return place;
    }

    public Optional<Place> placeNamed(String name) {
        return places.values().stream()
                .filter(place -> place.name().equals(name))
                .findFirst();
    }

    public Optional<Term> term(UUID id) {
        return terms.stream().filter(term -> term.id().equals(id)).findFirst();
    }

    /** The term that runs now, else the next, else the last. Terms never overlap, so there is at most one. */
    public Optional<Term> currentTerm(Instant now) {
        Term last = null;
        for (var term : terms) {
            if (now.isBefore(term.endsAt())) {
                return Optional.of(term);
            }
            last = term;
        }
        return Optional.ofNullable(last);
    }

    /** The last term that ended before this one opens. */
    public Optional<Term> termBefore(Term term) {
        return terms.reversed().stream()
                .filter(other ->
                        !other.id().equals(term.id()) && !other.endsAt().isAfter(term.opensAt()))
                .findFirst();
    }

    /** The term whose renewal window is open now. */
    public Optional<Term> renewableTerm(Instant now) {
        return terms.stream().filter(term -> term.isRenewable(now)).findFirst();
    }

    List<Term> termsNotOver(Instant now) {
        return terms.stream().filter(term -> !term.isOver(now)).toList();
    }

    /** The lockers of the same place, nearest first. Worked out when first asked for. */
    List<Locker> neighbours(Locker locker) {
        int index = indexOfUnit(locker.unit());
        var known = neighbours.get(index);
        if (known == null) {
            known = lockersByPlace.getOrDefault(locker.placeId(), List.of()).stream()
                    .filter(other -> other.id() != locker.id())
                    .sorted(Comparator.comparingLong((Locker other) -> distance(locker, other))
                            .thenComparingInt(Locker::id))
                    .limit(NEIGHBOURS_MAX)
                    .toList();
            neighbours.set(index, known);
        }
        return known;
    }

    private static long distance(Locker one, Locker other) {
        long floors = Math.abs((long) or(one.floor(), 0) - or(other.floor(), 0)) * 1_000_000;
        if (one.row() == null || one.column() == null || other.row() == null || other.column() == null) {
            return floors + Math.abs((long) one.id() - other.id());
        }
        return floors + Math.abs(one.row() - other.row()) + Math.abs(one.column() - other.column());
    }

    private static int or(@Nullable Integer value, int otherwise) {
        return value == null ? otherwise : value;
    }
}
