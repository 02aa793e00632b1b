/** What goes wrong, said as RFC 9457 problem documents. */
@NullMarked
package app.madang.web.problem;

import org.jspecify.annotations.NullMarked;
