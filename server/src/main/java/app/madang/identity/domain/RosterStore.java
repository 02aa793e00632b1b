package app.madang.identity.domain;

import app.madang.identity.IdentityRefusal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of the roster. */
@Component
class RosterStore {

    private final JdbcClient jdbc;

    RosterStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Why the applicant may not register, or null. Whoever is on the roster must be who it says, be it open or closed;
     * on a closed one nobody else may register.
     */
    @Nullable
    IdentityRefusal refusal(Applicant applicant) {
        var standing = jdbc.sql("""
                        select s.mode, r.name, r.phone_number
                        from identity.roster_setting s
                        left join identity.roster_entry r on r.student_id = :student_id
                        """)
                .param("student_id", applicant.studentId())
                .query((row, number) ->
                        new Standing(row.getString("mode"), row.getString("name"), row.getString("phone_number")))
                .single();
        if (standing.name() != null) {
            return applicant.isSamePerson(standing.name(), standing.phoneNumber())
                    ? null
                    : new IdentityRefusal.IdentityMismatch();
        }
        return standing.mode().equals("closed") ? new IdentityRefusal.NotOnRoster() : null;
    }

    String mode() {
        return jdbc.sql("select mode from identity.roster_setting")
                .query(String.class)
                .single();
    }

    void changeMode(String mode) {
        jdbc.sql("update identity.roster_setting set mode = :mode")
                .param("mode", mode)
                .update();
    }

    /** Takes people over, each student id once; whether each was new. */
    List<Boolean> upsert(List<Applicant> people) {
        return jdbc.sql("""
                        insert into identity.roster_entry (student_id, name, phone_number)
                        select student_id, name, phone_number
                        from unnest(:student_ids::text[], :names::text[], :phone_numbers::text[])
                            as new (student_id, name, phone_number)
                        order by student_id
                        on conflict (student_id) do update
                            set name = excluded.name, phone_number = excluded.phone_number,
                                imported_at = clock_timestamp()
                        returning xmax = 0 as created
                        """)
                .param("student_ids", people.stream().map(Applicant::studentId).toArray(String[]::new))
                .param("names", people.stream().map(Applicant::name).toArray(String[]::new))
                .param(
                        "phone_numbers",
                        people.stream().map(Applicant::phoneNumber).toArray(String[]::new))
                .query((row, number) -> row.getBoolean("created"))
                .list();
    }

    List<RosterEntry> search(String text, String afterStudentId, int limit) {
        return jdbc.sql("""
                        select r.student_id, r.name, r.phone_number, a.id is not null as registered
                        from identity.roster_entry r
                        left join identity.account a on a.student_id = r.student_id
                        where r.student_id > :after
                          and (:text = '' or r.student_id like :prefix or r.name like :prefix)
                        order by r.student_id limit :limit
                        """)
                .param("after", afterStudentId)
                .param("text", text)
                .param("prefix", AccountStore.prefix(text))
                .param("limit", limit)
                .query((row, number) -> new RosterEntry(
                        row.getString("student_id"),
                        row.getString("name"),
                        row.getString("phone_number"),
                        row.getBoolean("registered")))
                .list();
    }

    private record Standing(
            String mode, @Nullable String name, @Nullable String phoneNumber) {}
}
