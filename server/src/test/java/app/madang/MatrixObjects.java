package app.madang;

import app.madang.AuthorisationMatrixTests.Row;
import app.madang.AuthorisationMatrixTests.Who;
import app.madang.testing.Api;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What each row of the matrix is tried on: an object of the owner's, new for each try, or one that does not exist. */
final class MatrixObjects {

    /** An address below the API, and what is sent there. */
    record Target(String path, @Nullable Object body) {
        static Target at(String path) {
            return new Target("/api/v1" + path, null);
        }

        static Target at(String path, Object body) {
            return new Target("/api/v1" + path, body);
        }
    }

    private final Map<String, Function<Api, Target>> targets = new HashMap<>();
    private final MatrixPeople people;
    private final MatrixLockers lockers;

    MatrixObjects(MatrixPeople people) {
        this.people = people;
        this.lockers = new MatrixLockers(people);
        accounts();
        lockers();
        claims();
    }

    private void accounts() {
        put("DELETE", "/auth/sessions/{id}", owner -> Target.at("/auth/sessions/" + people.sessionOf(owner)));
        put("POST", "/auth/logout", owner -> Target.at("/auth/logout"));
    }

    private void lockers() {
        put("POST", "/lockers/{id}/hold", owner -> Target.at("/lockers/" + lockers.free() + "/hold"));
        put("POST", "/lockers/{id}/confirm", owner -> Target.at("/lockers/" + lockers.heldBy(owner) + "/confirm"));
        put(
                "POST",
                "/lockers/{id}/release-hold",
                owner -> Target.at("/lockers/" + lockers.heldBy(owner) + "/release-hold"));
        put("POST", "/lockers/{id}/release", owner -> Target.at("/lockers/" + lockers.confirmedBy(owner) + "/release"));
        put(
                "POST",
                "/lockers/{id}/move",
                owner -> Target.at("/lockers/" + lockers.confirmedBy(owner) + "/move", Map.of("to", lockers.free())));
        put(
                "POST",
                "/lockers/swaps/{id}/accept",
                owner -> Target.at("/lockers/swaps/" + lockers.swapOfferedTo(owner) + "/accept"));
        put(
                "POST",
                "/lockers/swaps/{id}/decline",
                owner -> Target.at("/lockers/swaps/" + lockers.swapOfferedTo(owner) + "/decline"));
        put("DELETE", "/lockers/swaps/{id}", owner -> Target.at("/lockers/swaps/" + lockers.swapAskedBy(owner)));
        put(
                "GET",
                "/admin/lockers/{id}/history",
                owner -> Target.at("/admin/lockers/" + lockers.heldBy(owner) + "/history"));
        put(
                "POST",
                "/admin/lockers/{id}/revoke",
                owner -> Target.at("/admin/lockers/" + lockers.confirmedBy(owner) + "/revoke", Map.of("reason", "시험")));
    }

    private void claims() {
        put("POST", "/claims/{id}/confirm", owner -> Target.at("/claims/" + lockers.claimOf(owner) + "/confirm"));
        put("DELETE", "/claims/{id}", owner -> Target.at("/claims/" + lockers.claimOf(owner)));
        put("GET", "/claims/{id}/log", owner -> Target.at("/claims/" + lockers.claimOf(owner) + "/log"));
        put("GET", "/pools/{id}", owner -> Target.at("/pools/" + lockers.pool()));
        put("POST", "/pools/{id}/claims", owner -> Target.at("/pools/" + lockers.pool() + "/claims", Map.of("any", 1)));
        put("GET", "/admin/pools/{id}/refusals", owner -> Target.at("/admin/pools/" + lockers.pool() + "/refusals"));
    }

    private void put(String method, String path, Function<Api, Target> target) {
        targets.put(method + " /api/v1" + path, target);
    }

    Api.Answer call(Row row, Who who) {
        var owner = people.member();
        var method = row.method().equals("ANY") ? "GET" : row.method();
        var target = targets.getOrDefault(row.route(), nobody -> nothing(method, row.pattern()))
                .apply(owner);
        var caller = people.as(who, owner);
        if (row.pattern().endsWith("/import")) {
            return caller.postCsv(target.path(), "nothing");
        }
        return target.body() == null
                ? caller.send(method, target.path(), null, (byte[]) null)
                : caller.send(method, target.path(), "application/json", Api.JSON.writeValueAsString(target.body()));
    }

    /** An object that does not exist, and a body that says nothing. */
    private static Target nothing(String method, String pattern) {
        var path = pattern.replace("{serial_id}", "999999999")
                .replaceAll("(/lockers/)\\{[a-z]+}", "$1999999")
                .replaceAll("\\{[^}]+}", UUID.randomUUID().toString())
                .replace("/**", "/nothing");
        return new Target(path, method.equals("GET") || method.equals("DELETE") ? null : Map.of());
    }
}
