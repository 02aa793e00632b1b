/**
 * PostgreSQL and the way to it: the embedded server and its supervisor, connection pools, migrations, and the
 * database's clock, which is the only clock decisions and countdowns follow.
 */
@ApplicationModule(
        displayName = "Database",
        allowedDependencies = {"shared"})
@NullMarked
package app.madang.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
