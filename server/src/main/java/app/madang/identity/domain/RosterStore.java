package app.madang.identity.domain;

import app.madang.identity.IdentityRefusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The roster: who belongs here, as the office says. */
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

    private record Standing(
            String mode, @Nullable String name, @Nullable String phoneNumber) {}
}
