/** Answers kept under idempotency keys. */
@NullMarked
package app.madang.web.idempotency;

import org.jspecify.annotations.NullMarked;
