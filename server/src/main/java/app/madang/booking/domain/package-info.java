/** The engine's inside: lock, read, decide, write. */
@NullMarked
package app.madang.booking.domain;

import org.jspecify.annotations.NullMarked;
