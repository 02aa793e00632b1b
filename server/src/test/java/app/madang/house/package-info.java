/** What holds for the house as a whole: its walls, its generated files, its delivery. */
@NullMarked
package app.madang.house;

import org.jspecify.annotations.NullMarked;
