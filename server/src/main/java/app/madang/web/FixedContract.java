package app.madang.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a controller, or one of its methods, of the fixed contract that older clients depend on: any invalid input
 * answers 400, and unknown fields and query parameters are ignored. Elsewhere invalid values answer 422 and unknown
 * names are refused.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface FixedContract {}
