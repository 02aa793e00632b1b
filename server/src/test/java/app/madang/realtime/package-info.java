/** The socket and the hub, through real connections to a running application. */
@NullMarked
package app.madang.realtime;

import org.jspecify.annotations.NullMarked;
