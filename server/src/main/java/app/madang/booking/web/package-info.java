/** The generic claim endpoints, for pools whose policy lets anyone use them directly. */
@NullMarked
package app.madang.booking.web;

import org.jspecify.annotations.NullMarked;
