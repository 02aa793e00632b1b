/** What runs inside the measured server beside Madang itself. */
@NullMarked
package app.madang.bench.server;

import org.jspecify.annotations.NullMarked;
