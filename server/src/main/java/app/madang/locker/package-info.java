/**
 * Lockers: places, grids, terms, and the fixed REST contract, on the booking engine.
 */
@ApplicationModule(
        displayName = "Lockers",
        allowedDependencies = {"shared", "database", "web", "identity", "realtime", "booking"})
@NullMarked
package app.madang.locker;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
