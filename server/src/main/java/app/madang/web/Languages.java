package app.madang.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Locale;

/** The languages we speak: Korean unless the reader prefers English. */
public final class Languages {

    private Languages() {}

    public static Locale of(HttpServletRequest request) {
        if (request.getHeader("Accept-Language") != null) {
            for (var wanted : Collections.list(request.getLocales())) {
                switch (wanted.getLanguage()) {
                    case "ko" -> {
                        return Locale.KOREAN;
                    }
                    case "en" -> {
                        return Locale.ENGLISH;
                    }
                    default -> {
                        // neither: the next wish decides
                    }
                }
            }
        }
        return Locale.KOREAN;
    }
}
