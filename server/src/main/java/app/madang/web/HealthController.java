package app.madang.web;

import app.madang.database.Reachability;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether this node can do its work; part of the fixed contract. */
@RestController
class HealthController {

    private final Reachability database;

    HealthController(Reachability database) {
        this.database = database;
    }

    record Health(String status, String db) {}

    @GetMapping("/api/v1/health")
    ResponseEntity<Health> health() {
        return database.isReachable()
                ? ResponseEntity.ok(new Health("healthy", "reachable"))
                : ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).body(new Health("unhealthy", "unreachable"));
    }
}
