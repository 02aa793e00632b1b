/** The API's description of itself: OpenAPI and the pages that show it. */
@NullMarked
package app.madang.web.description;

import org.jspecify.annotations.NullMarked;
