/** Parts of the hub whose rules no socket shows. */
@NullMarked
package app.madang.realtime.hub;

import org.jspecify.annotations.NullMarked;
