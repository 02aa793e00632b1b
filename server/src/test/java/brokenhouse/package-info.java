/** A house in which every rule is broken once, so that the rules are seen to notice. */
@NullMarked
package brokenhouse;

import org.jspecify.annotations.NullMarked;
