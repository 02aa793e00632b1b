/**
 * The hub: one socket per client, topics with versions, resume and resync. Knows no product; modules offer their
 * topics by implementing {@link app.madang.realtime.LiveTopic}.
 */
@ApplicationModule(
        displayName = "Realtime",
        allowedDependencies = {"shared", "database", "web", "identity"})
@NullMarked
package app.madang.realtime;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
