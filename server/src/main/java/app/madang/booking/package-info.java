/**
 * The engine: everything scarce is a numbered unit of a pool. Holds, confirms, releases, moves, swaps and expires
 * units for whoever owns the pool, and knows none of their names.
 */
@ApplicationModule(
        displayName = "Booking",
        allowedDependencies = {"shared", "database", "web", "identity", "realtime"})
@NullMarked
package app.madang.booking;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
