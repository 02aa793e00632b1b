package app.madang.locker.domain;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class DirectoryStore {

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    DirectoryStore(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    long version() {
        return jdbc.sql("select version from locker.directory")
                .query(Long.class)
                .single();
    }

    /** Reads the version first: a change in between is then noticed, never missed. */
    Directory read() {
        var head = jdbc.sql("select version, units from locker.directory")
                .query((row, n) -> new long[] {row.getLong("version"), row.getInt("units")})
                .single();
        return new Directory(head[0], (int) head[1], lockers(), places(), terms());
    }

    /** Raises the version from the one that was seen; false when someone else was faster. */
    boolean advance(Directory seen, int unitsAfter) {
        return jdbc.sql("""
                        update locker.directory
                           set version = version + 1, units = :units
                         where version = :seen
                        """)
                        .param("units", unitsAfter)
                        .param("seen", seen.version())
                        .update()
                == 1;
    }

    void savePlaces(Collection<Place> places) {
        for (var place : places) {
            jdbc.sql("""
                    insert into locker.place (id, name, instructions)
                    values (:id, :name, :instructions)
                    on conflict (id) do update
                       set name = excluded.name, instructions = excluded.instructions
                    """)
                    .param("id", place.id())
                    .param("name", place.name())
                    .param("instructions", place.instructions())
                    .update();
        }
    }

    /** Writes lockers as given; a number already known keeps its unit and what is broken about it. */
    void saveLockers(List<Locker> lockers) {
        if (lockers.isEmpty()) {
            return;
        }
        template.update("""
                insert into locker.locker (locker_id, unit_no, place_id, floor, row_no, column_no)
                select locker_id, unit_no, place_id, floor, row_no, column_no
                  from unnest(?::int[], ?::int[], ?::uuid[], ?::int[], ?::int[], ?::int[])
                    as line (locker_id, unit_no, place_id, floor, row_no, column_no)
                 order by locker_id
                on conflict (locker_id) do update
                   set place_id = excluded.place_id,
                       floor = excluded.floor,
                       row_no = excluded.row_no,
                       column_no = excluded.column_no
                """, statement -> {
            var connection = statement.getConnection();
            Array[] columns = {
                connection.createArrayOf(
                        "int4", lockers.stream().map(Locker::id).toArray()),
                connection.createArrayOf(
                        "int4", lockers.stream().map(Locker::unit).toArray()),
                connection.createArrayOf(
                        "uuid", lockers.stream().map(Locker::placeId).toArray()),
                connection.createArrayOf(
                        "int4", lockers.stream().map(Locker::floor).toArray()),
                connection.createArrayOf(
                        "int4", lockers.stream().map(Locker::row).toArray()),
                connection.createArrayOf(
                        "int4", lockers.stream().map(Locker::column).toArray()),
            };
            for (int i = 0; i < columns.length; i++) {
                statement.setArray(i + 1, columns[i]);
            }
        });
    }

    void saveBroken(Collection<Integer> lockerIds, @Nullable String reason) {
        jdbc.sql("update locker.locker set broken_reason = :reason where locker_id in (:ids)")
                .param("reason", reason)
                .param("ids", lockerIds)
                .update();
    }

    void deleteLocker(int lockerId) {
        jdbc.sql("delete from locker.locker where locker_id = :id")
                .param("id", lockerId)
                .update();
    }

    void saveTerm(Term term) {
        jdbc.sql("""
                insert into locker.term
                       (id, name, opens_at, closes_at, ends_at, renewal_opens_at, renewal_closes_at)
                values (:id, :name, :opens, :closes, :ends, :renewal_opens, :renewal_closes)
                on conflict (id) do update
                   set name = excluded.name,
                       opens_at = excluded.opens_at,
                       closes_at = excluded.closes_at,
                       ends_at = excluded.ends_at,
                       renewal_opens_at = excluded.renewal_opens_at,
                       renewal_closes_at = excluded.renewal_closes_at
                """)
                .param("id", term.id())
                .param("name", term.name())
                .param("opens", at(term.opensAt()))
                .param("closes", at(term.closesAt()))
                .param("ends", at(term.endsAt()))
                .param("renewal_opens", at(term.renewalOpensAt()))
                .param("renewal_closes", at(term.renewalClosesAt()))
                .update();
    }

    private List<Locker> lockers() {
        return jdbc.sql("""
                        select locker_id, unit_no, place_id, floor, row_no, column_no, broken_reason
                          from locker.locker
                        """)
                .query((row, n) -> new Locker(
                        row.getInt("locker_id"),
                        row.getInt("unit_no"),
                        row.getObject("place_id", UUID.class),
                        row.getObject("floor", Integer.class),
                        row.getObject("row_no", Integer.class),
                        row.getObject("column_no", Integer.class),
                        row.getString("broken_reason")))
                .list();
    }

    private List<Place> places() {
        return jdbc.sql("select id, name, instructions from locker.place")
                .query((row, n) -> new Place(
                        row.getObject("id", UUID.class), row.getString("name"), row.getString("instructions")))
                .list();
    }

    private List<Term> terms() {
        return jdbc.sql("""
                        select id, name, opens_at, closes_at, ends_at, renewal_opens_at, renewal_closes_at
                          from locker.term
                        """)
                .query((row, n) -> new Term(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getObject("opens_at", OffsetDateTime.class).toInstant(),
                        row.getObject("closes_at", OffsetDateTime.class).toInstant(),
                        row.getObject("ends_at", OffsetDateTime.class).toInstant(),
                        instant(row, "renewal_opens_at"),
                        instant(row, "renewal_closes_at")))
                .list();
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
