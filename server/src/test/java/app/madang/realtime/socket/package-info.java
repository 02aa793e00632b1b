/** What can be said on the socket, and by whom. */
@NullMarked
package app.madang.realtime.socket;

import org.jspecify.annotations.NullMarked;
