package app.madang.locker;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.testing.Api;
import app.madang.testing.Api.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/**
 * Lockers to test with, set up over HTTP as a council would. The terms of earlier tests are moved into a distant past,
 * so that each test has the present to itself; numbers are never used twice.
 */
final class LockerTown {

    static final String LOCKERS = "/api/v1/lockers";
    static final String TERMS = "/api/v1/admin/locker-terms";

    private static final AtomicInteger numbers = new AtomicInteger(1_000);
    private static final AtomicInteger pastDays = new AtomicInteger();

    final Api anyone;
    final Api admin;

    LockerTown(int port) {
        anyone = Api.on(port);
        admin = anyone.admin();
        clearTerms();
    }

    /** New lockers of a place of their own, in one row; their numbers are consecutive. */
    List<Integer> lockers(int count) {
        int first = numbers.getAndAdd(count + 10);
        return lockers("관 " + first, first, count);
    }

    List<Integer> lockers(String place, int first, int count) {
        var csv = IntStream.range(0, count)
                .mapToObj(i -> (first + i) + "," + place + ",1," + (i / 50 + 1) + "," + (i % 50 + 1))
                .collect(Collectors.joining("\n", "locker_id,location,floor,row,column\n", "\n"));
        var answer = admin.postCsv("/api/v1/admin/lockers/import", csv);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return IntStream.range(first, first + count).boxed().toList();
    }

    int locker() {
        return lockers(1).getFirst();
    }

    static int unusedNumber() {
        return numbers.getAndAdd(1_000);
    }

    String openTerm() {
        return term("학기", Duration.ofMinutes(-1), Duration.ofHours(1), Duration.ofHours(2));
    }

    /** A term by its distances from now. */
    String term(String name, Duration opens, Duration closes, Duration ends) {
        var now = Instant.now();
        var answer = admin.post(
                TERMS,
                Map.of(
                        "name", name,
                        "opens_at", now.plus(opens).toString(),
                        "closes_at", now.plus(closes).toString(),
                        "ends_at", now.plus(ends).toString()));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.text("id");
    }

    void clearTerms() {
        for (var term : admin.get(TERMS).json().get("items")) {
            if (!term.get("opens_at").asString().startsWith("200")) {
                var day = Instant.parse("2001-01-01T00:00:00Z").plus(Duration.ofDays(pastDays.incrementAndGet()));
                var change = new HashMap<String, Object>();
                change.put("opens_at", day.toString());
                change.put("closes_at", day.plusSeconds(60).toString());
                change.put("ends_at", day.plusSeconds(120).toString());
                if (!term.get("renewal_opens_at").isNull()) {
                    change.put("renewal_opens_at", day.minusSeconds(120).toString());
                    change.put("renewal_closes_at", day.minusSeconds(60).toString());
                }
                var answer = admin.patch(TERMS + "/" + term.get("id").asString(), change);
                assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            }
        }
    }

    Api member() {
        return anyone.newMember();
    }

    static Answer hold(Api member, int locker) {
        return member.post(LOCKERS + "/" + locker + "/hold");
    }

    static Answer confirm(Api member, int locker) {
        return member.post(LOCKERS + "/" + locker + "/confirm");
    }

    static void take(Api member, int locker) {
        assertThat(hold(member, locker).status()).isEqualTo(201);
        assertThat(confirm(member, locker).status()).isEqualTo(200);
    }

    static JsonNode mine(Api member) {
        return member.get(LOCKERS + "/me").json().get("locker");
    }

    /** How a locker looks to somebody. */
    static JsonNode seen(Api reader, int locker) {
        for (var each : reader.get(LOCKERS).json().get("lockers")) {
            if (each.get("locker_id").asInt() == locker) {
                return each;
            }
        }
        throw new AssertionError("no locker " + locker);
    }

    /** Calls all at one moment; what each gave. */
    static <T> List<T> together(int callers, IntFunction<T> call) {
        var barrier = new CyclicBarrier(callers);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = IntStream.range(0, callers)
                    .<Callable<T>>mapToObj(i -> () -> {
                        barrier.await();
                        return call.apply(i);
                    })
                    .toList();
            var results = new ArrayList<T>();
            for (var result : threads.invokeAll(calls)) {
                results.add(result.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    static Map<Integer, Long> statuses(List<Answer> answers) {
        return answers.stream().collect(Collectors.groupingBy(Answer::status, Collectors.counting()));
    }
}
