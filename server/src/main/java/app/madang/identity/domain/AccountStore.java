package app.madang.identity.domain;

import app.madang.identity.Person;
import app.madang.identity.Role;
import app.madang.shared.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of accounts. */
@Component
class AccountStore {

    private static final String COLUMNS = "id, serial_id, handle, student_id, name, phone_number, role";

    private final JdbcClient jdbc;

    AccountStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Person> find(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from identity.account where id = :id")
                .param("id", id)
                .query(AccountStore::person)
                .optional();
    }

    List<Person> findAll(Collection<UUID> ids) {
        return jdbc.sql("select " + COLUMNS + " from identity.account where id = any (:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query(AccountStore::person)
                .list();
    }

    Optional<Person> findByStudentId(String studentId) {
        return jdbc.sql("select " + COLUMNS + " from identity.account where student_id = :student_id")
                .param("student_id", studentId)
                .query(AccountStore::person)
                .optional();
    }

    Optional<Person> findBySerialId(long serialId) {
        return jdbc.sql("select " + COLUMNS + " from identity.account where serial_id = :serial_id")
                .param("serial_id", serialId)
                .query(AccountStore::person)
                .optional();
    }

    Optional<WithPassword> findByLogin(String login) {
        return jdbc.sql("select " + COLUMNS + """
                        , password_hash from identity.account
                        where handle = :login or email = :login
                        order by handle = :login desc limit 1
                        """)
                .param("login", login)
                .query((row, number) -> new WithPassword(person(row, number), row.getString("password_hash")))
                .optional();
    }

    /** Makes a member; empty when the student id has an account, be it from this very moment. */
    Optional<Person> register(UUID id, Applicant applicant) {
        return jdbc.sql("""
                        insert into identity.account (id, serial_id, handle, student_id, name, phone_number)
                        select :id, n, 'm' || lpad(n::text, greatest(5, length(n::text)), '0'),
                               :student_id, :name, :phone_number
                        from nextval('identity.account_serial') as n
                        on conflict (student_id) do nothing
                        returning\s""" + COLUMNS)
                .param("id", id)
                .param("student_id", applicant.studentId())
                .param("name", applicant.name())
                .param("phone_number", applicant.phoneNumber())
                .query(AccountStore::person)
                .optional();
    }

    /** Makes members of all whose student id is new. */
    void registerAll(List<Applicant> applicants) {
        jdbc.sql("""
                        insert into identity.account (id, serial_id, handle, student_id, name, phone_number)
                        select new.id, n, 'm' || lpad(n::text, greatest(5, length(n::text)), '0'),
                               new.student_id, new.name, new.phone_number
                        from unnest(:ids::uuid[], :student_ids::text[], :names::text[], :phone_numbers::text[])
                            as new (id, student_id, name, phone_number)
                        cross join lateral (select nextval('identity.account_serial') + 0 * length(new.student_id)) as s (n)
                        where not exists (
                            select 1 from identity.account a where a.student_id = new.student_id)
                        order by new.student_id
                        on conflict (student_id) do nothing
                        """)
                .param("ids", applicants.stream().map(applicant -> Ids.next()).toArray(UUID[]::new))
                .param(
                        "student_ids",
                        applicants.stream().map(Applicant::studentId).toArray(String[]::new))
                .param("names", applicants.stream().map(Applicant::name).toArray(String[]::new))
                .param(
                        "phone_numbers",
                        applicants.stream().map(Applicant::phoneNumber).toArray(String[]::new))
                .update();
    }

    /** Makes an account that logs in with a password; false when the handle is taken. */
    boolean createWithPassword(UUID id, String handle, String name, String passwordHash, Role role) {
        return jdbc.sql("""
                        insert into identity.account (id, handle, name, password_hash, role)
                        values (:id, :handle, :name, :password_hash, :role)
                        on conflict (handle) do nothing
                        """)
                        .param("id", id)
                        .param("handle", handle)
                        .param("name", name)
                        .param("password_hash", passwordHash)
                        .param("role", name(role))
                        .update()
                == 1;
    }

    boolean exists(String handle) {
        return jdbc.sql("select exists (select 1 from identity.account where handle = :handle)")
                .param("handle", handle)
                .query(Boolean.class)
                .single();
    }

    /** Accounts whose student id, handle or name begins with the text, by serial number, after the given one. */
    List<Person> search(String text, long afterSerialId, int limit) {
        return jdbc.sql("select " + COLUMNS + """
                         from identity.account
                        where serial_id > :after
                          and (:text = '' or student_id like :prefix or handle like :prefix or name like :prefix)
                        order by serial_id limit :limit
                        """)
                .param("after", afterSerialId)
                .param("text", text)
                .param("prefix", prefix(text))
                .param("limit", limit)
                .query(AccountStore::person)
                .list();
    }

    void changeRole(UUID id, Role role) {
        jdbc.sql("update identity.account set role = :role where id = :id")
                .param("role", name(role))
                .param("id", id)
                .update();
    }

    /** Admins, locked, so that two who demote each other leave one. */
    List<UUID> lockAdmins() {
        return jdbc.sql("select id from identity.account where role = 'admin' order by id for update")
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    void rename(UUID id, String name, String phoneNumber) {
        jdbc.sql("update identity.account set name = :name, phone_number = :phone_number where id = :id")
                .param("name", name)
                .param("phone_number", phoneNumber)
                .param("id", id)
                .update();
    }

    /** Gives accounts the name and number named for their student id; those that had others. */
    List<UUID> renameAll(List<Applicant> people) {
        return jdbc.sql("""
                        with new as materialized (
                            select a.id, n.name, n.phone_number
                            from unnest(:student_ids::text[], :names::text[], :phone_numbers::text[])
                                as n (student_id, name, phone_number)
                            join identity.account a on a.student_id = n.student_id
                            where (a.name, a.phone_number) is distinct from (n.name, n.phone_number)
                            order by a.id
                            for no key update of a
                        )
                        update identity.account a set name = new.name, phone_number = new.phone_number
                        from new where a.id = new.id
                        returning a.id
                        """)
                .param("student_ids", people.stream().map(Applicant::studentId).toArray(String[]::new))
                .param("names", people.stream().map(Applicant::name).toArray(String[]::new))
                .param(
                        "phone_numbers",
                        people.stream().map(Applicant::phoneNumber).toArray(String[]::new))
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    void setStudentId(UUID id, @Nullable String studentId) {
        jdbc.sql("update identity.account set student_id = :student_id where id = :id")
                .param("student_id", studentId)
                .param("id", id)
                .update();
    }

    static String prefix(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    static String name(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    private static Person person(ResultSet row, int number) throws SQLException {
        return new Person(
                row.getObject("id", UUID.class),
                row.getLong("serial_id"),
                row.getString("handle"),
                row.getString("student_id"),
                row.getString("name"),
                row.getString("phone_number"),
                Role.valueOf(row.getString("role").toUpperCase(Locale.ROOT)));
    }

    record WithPassword(Person person, @Nullable String passwordHash) {}
}
