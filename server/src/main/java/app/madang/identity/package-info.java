/**
 * Who is there: accounts, roles, sessions and tokens, the roster, limits on log-in.
 */
@ApplicationModule(
        displayName = "Identity",
        allowedDependencies = {"shared", "database", "web", "web :: problems"})
@NullMarked
package app.madang.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
