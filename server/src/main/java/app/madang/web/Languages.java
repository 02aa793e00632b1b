package app.madang.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;

/** The languages we speak: Korean unless the reader prefers English. */
public final class Languages {

    private Languages() {}

    public static Locale of(HttpServletRequest request) {
        var header = request.getHeader("Accept-Language");
        if (header == null) {
            return Locale.KOREAN;
        }
        try {
            return Locale.LanguageRange.parse(header).stream()
                    .map(range -> range.getRange().split("-", 2)[0])
                    .filter(language -> language.equals("ko") || language.equals("en"))
                    .findFirst()
                    .map(Locale::of)
                    .orElse(Locale.KOREAN);
        } catch (IllegalArgumentException notALanguage) {
            return Locale.KOREAN;
        }
    }
}
