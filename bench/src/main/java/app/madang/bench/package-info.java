/** Measures a running Madang from outside: the server is a process of its own, the load comes over its HTTP door. */
@NullMarked
package app.madang.bench;

import org.jspecify.annotations.NullMarked;
