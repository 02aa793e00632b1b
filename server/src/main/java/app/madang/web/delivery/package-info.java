/** Headers of every answer and the delivery of the web client. */
@NullMarked
package app.madang.web.delivery;

import org.jspecify.annotations.NullMarked;
