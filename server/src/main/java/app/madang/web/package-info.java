/**
 * HTTP conventions shared by every module: problem details, languages, idempotency keys, entity tags, headers and
 * the delivery of the web client.
 */
@ApplicationModule(
        displayName = "Web",
        allowedDependencies = {"shared", "database"})
@NullMarked
package app.madang.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
