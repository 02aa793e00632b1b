package app.madang.bench;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Lockers and terms, put up over the fixed admin API. */
final class Campus {

    /** The hotly wanted ones: numbers 1 to this. */
    static final int CONTENDED = 300;

    /** The plentiful ones begin here. */
    static final int FIRST_PLENTIFUL = 1_001;

    private static final int LINES_AT_ONCE = 10_000;

    private final Api admin;
    private @Nullable String termId;
    private int terms;

    Campus(MadangServer server) {
        admin = Api.admin(server.port);
    }

    /** 300 lockers at six places, and {@code plentiful} more elsewhere. */
    void build(int plentiful) {
        var csv = new StringBuilder("locker_id,location,floor,row,column\n");
        for (var i = 0; i < CONTENDED; i++) {
            line(csv, i + 1, "학생회관 " + (i / 50 + 1), i % 50);
        }
        admin.postCsv("/api/v1/admin/lockers/import", csv.toString());
        for (var from = 0; from < plentiful; from += LINES_AT_ONCE) {
            csv = new StringBuilder("locker_id,location,floor,row,column\n");
            for (var i = from; i < Math.min(plentiful, from + LINES_AT_ONCE); i++) {
                line(csv, FIRST_PLENTIFUL + i, "공학관 " + (i / 500 + 1), i % 500);
            }
            admin.postCsv("/api/v1/admin/lockers/import", csv.toString());
        }
    }

    private static void line(StringBuilder csv, int id, String place, int position) {
        csv.append(id)
                .append(',')
                .append(place)
                .append(",1,")
                .append(position / 25 + 1)
                .append(',')
                .append(position % 25 + 1)
                .append('\n');
    }

    /** Ends the term that runs and opens the next: everything is free again, and everybody may take one. */
    void nextTerm() {
        var now = Instant.parse(Api.text(admin.get("/api/v1/community").body(), "now"));
        if (termId != null) {
            admin.patch(
                    "/api/v1/admin/locker-terms/" + termId,
                    "{\"closes_at\":\"" + now + "\",\"ends_at\":\"" + now + "\"}");
        }
        var answer = admin.post(
                "/api/v1/admin/locker-terms",
                "{\"name\":\"학기 " + ++terms + "\",\"opens_at\":\"" + now + "\",\"closes_at\":\""
                        + now.plusSeconds(86_400) + "\"}",
                201);
        termId = Api.text(answer, "id");
    }

    Api admin() {
        return admin;
    }
}
