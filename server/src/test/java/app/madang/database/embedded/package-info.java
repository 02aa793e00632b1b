@NullMarked
package app.madang.database.embedded;

import org.jspecify.annotations.NullMarked;
