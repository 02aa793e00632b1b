/** Our supervisor of an embedded PostgreSQL: durable, unprivileged, on the loopback only. No Spring. */
@NullMarked
package app.madang.database.embedded;

import org.jspecify.annotations.NullMarked;
