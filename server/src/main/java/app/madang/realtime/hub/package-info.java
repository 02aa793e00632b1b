/** Topics and their subscribers: order, resume, resync. Knows sockets only as {@link app.madang.realtime.hub.Outlet}. */
@NullMarked
package app.madang.realtime.hub;

import org.jspecify.annotations.NullMarked;
