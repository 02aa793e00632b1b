@NullMarked
package app.madang.database;

import org.jspecify.annotations.NullMarked;
