package app.madang.identity.web;

import app.madang.identity.Anonymous;
import app.madang.identity.domain.Roster;
import java.time.Clock;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What anybody may know of this community. */
@RestController
class CommunityController {

    record Community(String name, String roster, boolean demo, Instant now) {}

    private final Roster roster;
    private final Clock clock;
    private final String name;
    private final boolean demo;

    CommunityController(
            Roster roster,
            Clock clock,
            @Value("${madang.community-name:마당}") String name,
            @Value("${madang.demo:false}") boolean demo) {
        this.roster = roster;
        this.clock = clock;
        this.name = name;
        this.demo = demo;
    }

    @Anonymous
    @GetMapping("/api/v1/community")
    Community community() {
        return new Community(name, roster.mode(), demo, clock.instant());
    }
}
