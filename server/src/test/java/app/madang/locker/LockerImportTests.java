package app.madang.locker;

import static app.madang.locker.LockerTown.seen;
import static org.assertj.core.api.Assertions.assertThat;

import app.madang.testing.Api.Answer;
import app.madang.testing.MadangTest;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Lockers from files and into files. */
@MadangTest
class LockerImportTests {

    static final String IMPORT = "/api/v1/admin/lockers/import";

    @LocalServerPort
    int port;

    LockerTown town;
    int first;

    @BeforeEach
    void setUp() {
        town = new LockerTown(port);
        first = LockerTown.unusedNumber();
    }

    @Test
    void keepsTheGoodLinesAndListsTheBadOnes() {
        var answer =
                load("""
                locker_id,location,floor,row,column
                %d,정보관 1층,1,1,1
                abc,정보관 1층,1,1,2
                %d,,1,1,3
                %d,"정보관, ""별관""\",1,1,4
                %d,정보관 1층,1,0,5
                %d,"정보관 1층,1,1,6
                %d,정보관 1층,1
                %d,정보관 1층,1,1,1

                %d,정보관 1층,,,
                """.formatted(first, first + 1, first + 2, first + 3, first + 4, first + 5, first, first + 6));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().propertyNames()).containsExactlyInAnyOrder("created", "updated", "errors");
        assertThat(answer.json().get("created").asInt()).isEqualTo(3);
        assertThat(answer.json().get("updated").asInt()).isZero();
        assertThat(answer.json().get("errors"))
                .extracting(error -> error.get("line").asInt())
                .containsExactly(3, 4, 6, 7, 8, 9);
        assertThat(answer.json().get("errors").get(0).get("message").asString()).contains("abc");
        assertThat(seen(town.admin, first + 2).get("location_id").asString()).isEqualTo("정보관, \"별관\"");
        assertThat(seen(town.admin, first + 6).get("row").isNull()).isTrue();
    }

    @Test
    void explainsBadLinesInTheReadersLanguage() {
        var csv = "locker_id,location\n0,정보관\n";
        var english = town.admin.with("Accept-Language", "en").postCsv(IMPORT, csv);

        assertThat(load(csv).json().get("errors").get(0).get("message").asString())
                .contains("정수");
        assertThat(english.json().get("errors").get(0).get("message").asString())
                .contains("whole number");
    }

    @Test
    void updatesLockersThatAreKnown() {
        load("locker_id,location,floor,row,column\n%d,신관,2,3,4\n".formatted(first));

        var answer = load("locker_id,location\n%d,구관\n".formatted(first));
        assertThat(answer.json().get("created").asInt()).isZero();
        assertThat(answer.json().get("updated").asInt()).isEqualTo(1);
        var shown = seen(town.admin, first);
        assertThat(shown.get("location_id").asString()).isEqualTo("구관");
        assertThat(shown.get("floor").asInt()).isEqualTo(2);
        assertThat(shown.get("column").asInt()).isEqualTo(4);
    }

    @Test
    void readsWhatSpreadsheetsWrite() {
        load("\uFEFFlocker_id,location\r\n%d,비옴 건물\r\n".formatted(first));
        assertThat(seen(town.admin, first).get("location_id").asString()).isEqualTo("비옴 건물");

        var korean = "locker_id,location\r\n%d,한글 건물\r\n".formatted(first + 1);
        var answer = town.admin.send("POST", IMPORT, "text/csv", korean.getBytes(Charset.forName("x-windows-949")));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(seen(town.admin, first + 1).get("location_id").asString()).isEqualTo("한글 건물");
    }

    @Test
    void answers400WithoutTheHeader() {
        assertThat(load("101,정보관\n").status()).isEqualTo(400);
        assertThat(load("").status()).isEqualTo(400);
        assertThat(town.admin.post(IMPORT, Map.of("locker_id", 1)).status()).isEqualTo(415);
    }

    @Test
    void isForAdmins() {
        assertThat(town.member().postCsv(IMPORT, "locker_id,location\n1,여기\n").status())
                .isEqualTo(403);
        assertThat(town.anyone.postCsv(IMPORT, "locker_id,location\n1,여기\n").status())
                .isEqualTo(401);
    }

    @Test
    void addsLockersToARunningTerm() {
        town.openTerm();
        load("locker_id,location\n%d,증축관\n".formatted(first));
        assertThat(LockerTown.hold(town.member(), first).status()).isEqualTo(201);
    }

    @Test
    void writesAFileThatCanBeReadAgain() {
        town.openTerm();
        load("locker_id,location,floor,row,column\n%d,\"=HYPERLINK(\"\"x\"\"), 관\",1,2,3\n".formatted(first));
        var member = town.member();
        LockerTown.take(member, first);

        var file = town.admin.get("/api/v1/admin/lockers/export");
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.header("Content-Type")).isEqualToIgnoringCase("text/csv;charset=UTF-8");
        assertThat(file.body()).startsWith("\uFEFFlocker_id,location,floor,row,column,");
        var line =
                file.body().lines().filter(each -> each.startsWith(first + ",")).findFirst();
        assertThat(line).get().asString().startsWith(first + ",\"'=HYPERLINK(\"\"x\"\"), 관\",1,2,3,confirmed,");

        var answer = town.admin.send("POST", IMPORT, "text/csv", file.body().getBytes(StandardCharsets.UTF_8));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("errors")).isEmpty();
        assertThat(answer.json().get("created").asInt()).isZero();
        assertThat(seen(town.admin, first).get("location_id").asString()).isEqualTo("=HYPERLINK(\"x\"), 관");
    }

    private Answer load(String csv) {
        return town.admin.postCsv(IMPORT, csv);
    }
}
