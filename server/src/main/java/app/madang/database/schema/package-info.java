/** What the schema must be: migrated, and on a server that keeps its promises. No beans. */
@NullMarked
package app.madang.database.schema;

import org.jspecify.annotations.NullMarked;
