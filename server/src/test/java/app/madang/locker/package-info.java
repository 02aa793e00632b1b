/** The lockers from outside: over HTTP, on a real PostgreSQL. */
@NullMarked
package app.madang.locker;

import org.jspecify.annotations.NullMarked;
