/** How requests are read: limits, JSON, parameters, proxies. */
@NullMarked
package app.madang.web.input;

import org.jspecify.annotations.NullMarked;
