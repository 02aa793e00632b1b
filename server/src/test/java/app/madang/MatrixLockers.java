package app.madang;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.testing.Api;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Lockers in the states the matrix needs. */
final class MatrixLockers {

    private static final int COUNT = 400;

    private final AtomicInteger next = new AtomicInteger();
    private final MatrixPeople people;

    MatrixLockers(MatrixPeople people) {
        this.people = people;
        var csv = IntStream.rangeClosed(1, COUNT)
                .mapToObj(id -> id + ",정보관 1층")
                .collect(Collectors.joining("\n", "locker_id,location\n", "\n"));
        ok(people.admin().postCsv("/api/v1/admin/lockers/import", csv));
        var now = Instant.now();
        ok(people.admin()
                .post(
                        "/api/v1/admin/locker-terms",
                        Map.of(
                                "name", "학기",
                                "opens_at", now.minusSeconds(60).toString(),
                                "closes_at", now.plus(Duration.ofHours(2)).toString())));
    }

    int free() {
        var id = next.incrementAndGet();
        assertThat(id).isLessThanOrEqualTo(COUNT);
        return id;
    }

    int heldBy(Api owner) {
        var id = free();
        ok(owner.post("/api/v1/lockers/" + id + "/hold"));
        return id;
    }

    int confirmedBy(Api owner) {
        var id = heldBy(owner);
        ok(owner.post("/api/v1/lockers/" + id + "/confirm"));
        return id;
    }

    String swapOfferedTo(Api owner) {
        var theirs = confirmedBy(owner);
        var asking = people.member();
        confirmedBy(asking);
        return swap(asking, theirs);
    }

    String swapAskedBy(Api owner) {
        confirmedBy(owner);
        return swap(owner, confirmedBy(people.member()));
    }

    private static String swap(Api asking, int wanted) {
        var answer = asking.post("/api/v1/lockers/" + wanted + "/swap", Map.of("message", "바꿔요"));
        ok(answer);
        return answer.json().get("swap").get("id").asString();
    }

    String claimOf(Api owner) {
        heldBy(owner);
        return owner.get("/api/v1/lockers/me")
                .json()
                .get("locker")
                .get("claim_id")
                .asString();
    }

    String pool() {
        return people.admin()
                .get("/api/v1/lockers")
                .json()
                .get("term")
                .get("pool_id")
                .asString();
    }

    private static void ok(Api.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isBetween(200, 299);
    }
}
