package app.madang.locker.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.regex.Pattern;

/** The number of a locker as it stands in an address: decimal digits, not whatever else Java takes for a number. */
@Schema(type = "integer", format = "int64")
record LockerNumber(long value) {

    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,18}");

    /** By this Spring MVC reads it; anything that is no number becomes a 400. */
    public static LockerNumber valueOf(String text) {
        if (!DECIMAL.matcher(text).matches()) {
            throw new IllegalArgumentException("not a number");
        }
        return new LockerNumber(Long.parseLong(text));
    }
}
