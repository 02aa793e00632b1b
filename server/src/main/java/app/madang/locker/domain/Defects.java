package app.madang.locker.domain;

import app.madang.shared.Ids;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reports of broken hinges and lost keys. */
@Repository
public class Defects {

    private static final int OPEN_MAX = 10;

    private final JdbcClient jdbc;
    private final Clock clock;

    Defects(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Files a report; empty when the reporter has {@value #OPEN_MAX} unanswered ones. */
    public Optional<UUID> report(UUID reporterId, Locker locker, String description) {
        var id = Ids.next();
        int written = jdbc.sql("""
                        insert into locker.defect (id, locker_id, reporter_id, description, created_at)
                        select :id, :locker, :reporter, :description, :now
                         where (select count(*)
                                  from locker.defect
                                 where reporter_id = :reporter and resolved_at is null) < :most
                        """)
                .param("id", id)
                .param("locker", locker.id())
                .param("reporter", reporterId)
                .param("description", description)
                .param("now", DirectoryStore.at(clock.instant()))
                .param("most", OPEN_MAX)
                .update();
        return written == 1 ? Optional.of(id) : Optional.empty();
    }

    /** Newest first, below {@code before}. */
    public List<Defect> list(boolean open, @Nullable UUID before, int limit) {
        return jdbc.sql("""
                        select id, locker_id, reporter_id, description, created_at, resolved_at, note
                          from locker.defect
                         where (resolved_at is null) = :open
                           and (cast(:before as uuid) is null or id < cast(:before as uuid))
                         order by id desc
                         limit :limit
                        """)
                .param("open", open)
                .param("before", before)
                .param("limit", limit)
                .query((row, n) -> new Defect(
                        row.getObject("id", UUID.class),
                        row.getInt("locker_id"),
                        row.getObject("reporter_id", UUID.class),
                        row.getString("description"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        DirectoryStore.instant(row, "resolved_at"),
                        row.getString("note")))
                .list();
    }

    /** Closes a report; closing it again changes nothing. False when there is no such report. */
    public boolean resolve(UUID id, UUID actorId, @Nullable String note) {
        return jdbc.sql("""
                        update locker.defect
                           set resolved_at = coalesce(resolved_at, :now),
                               resolved_by = coalesce(resolved_by, :actor),
                               note = coalesce(note, :note)
                         where id = :id
                        """)
                        .param("id", id)
                        .param("actor", actorId)
                        .param("note", note)
                        .param("now", DirectoryStore.at(clock.instant()))
                        .update()
                == 1;
    }
}
