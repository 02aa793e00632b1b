package app.madang.identity.web;

import app.madang.identity.Requires;
import app.madang.identity.Role;
import app.madang.identity.domain.Applicant;
import app.madang.identity.domain.Roster;
import app.madang.identity.domain.RosterEntry;
import app.madang.shared.Page;
import app.madang.web.Csv;
import app.madang.web.FixedContract;
import app.madang.web.Paging;
import app.madang.web.Problem;
import app.madang.web.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The roster, for admins. */
@RestController
@RequestMapping("/api/v1/admin/roster")
@Requires(Role.ADMIN)
class RosterController {

    private static final Set<String> COLUMNS = Set.of("student_id", "name", "phone_number");
    private static final Pattern PHONE_PUNCTUATION = Pattern.compile("[-\\s().]");

    record Imported(int created, int updated, List<Csv.LineError> errors) {}

    record Settings(@Nullable String mode) {}

    private final Roster roster;
    private final Forms forms;
    private final Texts texts;

    RosterController(Roster roster, Forms forms, Texts texts) {
        this.roster = roster;
        this.forms = forms;
        this.texts = texts;
    }

    /** Takes over the good lines and lists the bad ones. */
    @FixedContract
    @PostMapping(path = "/import", consumes = "text/csv")
    Imported importFile(@RequestBody byte[] file) {
        var csv = Csv.read(file, COLUMNS, Set.of(), texts);
        var errors = new ArrayList<>(csv.errors());
        var people = new ArrayList<Applicant>();
        var seen = new HashSet<String>();
        for (var row : csv.rows()) {
            var phoneNumber = PHONE_PUNCTUATION.matcher(row.get("phone_number")).replaceAll("");
            var mistakes = Applicant.mistakes(row.get("student_id"), row.get("name"), phoneNumber);
            if (!mistakes.isEmpty()) {
                var message = mistakes.values().stream().map(texts::get).collect(Collectors.joining(" "));
                errors.add(new Csv.LineError(row.line(), message));
            } else if (!seen.add(row.get("student_id"))) {
                errors.add(
                        new Csv.LineError(row.line(), texts.get("csv_twice", Map.of("value", row.get("student_id")))));
            } else {
                people.add(new Applicant(row.get("student_id"), row.get("name"), phoneNumber));
            }
        }
        var imported = roster.importAll(people);
        errors.sort(Comparator.comparing(Csv.LineError::line));
        return new Imported(imported.created(), imported.updated(), errors);
    }

    @GetMapping
    Page<RosterEntry> list(@RequestParam(defaultValue = "") String query, Paging paging) {
        var after = paging.after(1);
        var rows = roster.search(query, after == null ? "" : after.getFirst(), paging.fetch());
        return paging.page(rows, entry -> List.of(entry.studentId()));
    }

    @GetMapping("/settings")
    Settings settings() {
        return new Settings(roster.mode());
    }

    @PutMapping("/settings")
    Settings change(@RequestBody Settings settings) {
        var mode = forms.required("mode", settings.mode());
        if (!mode.equals("open") && !mode.equals("closed")) {
            throw new Problem(forms.unknownValue("mode", "open, closed"));
        }
        roster.changeMode(mode);
        return new Settings(mode);
    }
}
