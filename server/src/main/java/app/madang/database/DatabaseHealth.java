package app.madang.database;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** A node that cannot reach the database is not ready. */
@Component("databaseHealth")
class DatabaseHealth implements HealthIndicator {

    private final Reachability database;

    DatabaseHealth(Reachability database) {
        this.database = database;
    }

    @Override
    public Health health() {
        return database.isReachable() ? Health.up().build() : Health.down().build();
    }
}
