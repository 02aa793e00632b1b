package app.madang.web;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Entity tags for snapshot reads ({@code If-None-Match}) and concurrent edits ({@code If-Match}). */
public final class EntityTags {

    private EntityTags() {}

    public static String of(Object version) {
        return '"' + version.toString() + '"';
    }

    /** Whether the reader already has the state of this tag. */
    public static boolean matches(@Nullable String ifNoneMatch, String tag) {
        if (ifNoneMatch == null) {
            return false;
        }
        return ifNoneMatch.equals(tag)
                || Arrays.stream(ifNoneMatch.split(",", -1))
                        .map(String::strip)
                        .anyMatch(given -> given.equals("*") || given.equals(tag) || given.equals("W/" + tag));
    }

    /** Refuses an edit of a state that is no longer the current one; without the header there is no condition. */
    public static void requireMatch(@Nullable String ifMatch, String tag) {
        if (ifMatch != null && !ifMatch.startsWith("W/") && !matches(ifMatch, tag)) {
            throw new Problem(WebRefusal.PRECONDITION_FAILED);
        }
    }
}
