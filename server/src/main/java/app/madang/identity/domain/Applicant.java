package app.madang.identity.domain;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who someone says to be. Names are compared in NFC with their spaces made one, so that two keyboards write one person.
 */
public record Applicant(String studentId, String name, String phoneNumber) {

    private static final Pattern STUDENT_ID = Pattern.compile("[0-9]{8,10}");
    private static final Pattern PHONE_NUMBER = Pattern.compile("[0-9]{10,15}");
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Co}\\p{Cn}]");

    public Applicant {
        name = normalised(name);
    }

    /** What is wrong, by field, as keys of texts; empty when all is well. */
    public static Map<String, String> mistakes(
            @Nullable String studentId, @Nullable String name, @Nullable String phoneNumber) {
        var mistakes = new LinkedHashMap<String, String>();
        if (studentId == null || !STUDENT_ID.matcher(studentId).matches()) {
            mistakes.put("student_id", "invalid_student_id");
        }
        if (name == null || !isName(normalised(name))) {
            mistakes.put("name", "invalid_name");
        }
        if (phoneNumber == null || !PHONE_NUMBER.matcher(phoneNumber).matches()) {
            mistakes.put("phone_number", "invalid_phone_number");
        }
        return mistakes;
    }

    /** 2 to 20 characters as people count them. */
    private static boolean isName(String name) {
        var length = name.codePointCount(0, name.length());
        return length >= 2 && length <= 20 && !UNPRINTABLE.matcher(name).find();
    }

    static String normalised(String name) {
        return SPACES.matcher(Normalizer.normalize(name, Normalizer.Form.NFC))
                .replaceAll(" ")
                .strip();
    }

    boolean isSamePerson(@Nullable String otherName, @Nullable String otherPhoneNumber) {
        return name.equals(otherName) && phoneNumber.equals(otherPhoneNumber);
    }
}
