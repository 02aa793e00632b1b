/** What tests stand on: a real PostgreSQL, fresh databases, the running application. */
@NullMarked
package app.madang.testing;

import org.jspecify.annotations.NullMarked;
