package app.madang.identity.domain;

import app.madang.identity.Person;
import app.madang.identity.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of "can't get in" requests. */
@Component
class AccessRequestStore {

    private static final String SELECT = """
            select q.id, q.student_id, q.name, q.phone_number, q.message, q.status, q.action, q.note,
                   q.created_at, q.resolved_at, a.id as account_id, a.serial_id, a.handle, a.name as account_name,
                   a.phone_number as account_phone_number, a.role
            from identity.access_request q
            left join identity.account a on a.student_id = q.student_id
            """;

    private final JdbcClient jdbc;

    AccessRequestStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UUID id, Applicant applicant, @Nullable String message) {
        jdbc.sql("""
                        insert into identity.access_request (id, student_id, name, phone_number, message)
                        values (:id, :student_id, :name, :phone_number, :message)
                        """)
                .param("id", id)
                .param("student_id", applicant.studentId())
                .param("name", applicant.name())
                .param("phone_number", applicant.phoneNumber())
                .param("message", message)
                .update();
    }

    /** Newest first, before the given one. */
    List<AccessRequest> list(AccessRequest.@Nullable Status status, @Nullable UUID before, int limit) {
        return jdbc.sql(SELECT + """
                        where (:status::text is null or q.status = :status)
                          and (:before::uuid is null or q.id < :before::uuid)
                        order by q.id desc limit :limit
                        """)
                .param("status", status == null ? null : name(status))
                .param("before", before)
                .param("limit", limit)
                .query(AccessRequestStore::request)
                .list();
    }

    Optional<AccessRequest> find(UUID id) {
        return jdbc.sql(SELECT + "where q.id = :id")
                .param("id", id)
                .query(AccessRequestStore::request)
                .optional();
    }

    /** Closes an open request; false when it is closed. The row stays locked until the transaction ends. */
    boolean resolve(UUID id, AccessRequest.Action action, @Nullable String note, UUID by) {
        return jdbc.sql("""
                        update identity.access_request
                        set status = 'done', action = :action, note = :note, resolved_by = :by,
                            resolved_at = clock_timestamp()
                        where id = :id and status = 'open'
                        """)
                        .param("action", name(action))
                        .param("note", note)
                        .param("by", by)
                        .param("id", id)
                        .update()
                == 1;
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static AccessRequest request(ResultSet row, int number) throws SQLException {
        var action = row.getString("action");
        var resolvedAt = row.getObject("resolved_at", OffsetDateTime.class);
        return new AccessRequest(
                row.getObject("id", UUID.class),
                new Applicant(row.getString("student_id"), row.getString("name"), row.getString("phone_number")),
                row.getString("message"),
                AccessRequest.Status.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                action == null ? null : AccessRequest.Action.valueOf(action.toUpperCase(Locale.ROOT)),
                row.getString("note"),
                SessionStore.instant(row, "created_at"),
                resolvedAt == null ? null : resolvedAt.toInstant(),
                account(row));
    }

    private static @Nullable Person account(ResultSet row) throws SQLException {
        var id = row.getObject("account_id", UUID.class);
        if (id == null) {
            return null;
        }
        return new Person(
                id,
                row.getLong("serial_id"),
                row.getString("handle"),
                row.getString("student_id"),
                row.getString("account_name"),
                row.getString("account_phone_number"),
                Role.valueOf(row.getString("role").toUpperCase(Locale.ROOT)));
    }
}
