package app.madang.web;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The texts of every module, from the catalogues {@code messages/<module>_ko.properties} and {@code _en.properties},
 * which are found by themselves. Refusals are keyed by their code, other texts of answers by {@code message.<key>}.
 * Placeholders are written {@code {name}}.
 */
@Component
public final class Texts {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z_]+)}");

    private final Map<String, String> korean = load("ko");
    private final Map<String, String> english = load("en");

    /** The text {@code message.<key>} in the language of the request being answered. */
    public String get(String key, Map<String, ?> args) {
        return find("message." + key, LocaleContextHolder.getLocale(), args);
    }

    public String get(String key) {
        return get(key, Map.of());
    }

    /** The text under the whole key, in the given language; the key itself when there is none. */
    public String find(String key, Locale locale, Map<String, ?> args) {
        var text = catalogue(locale).getOrDefault(key, key);
        if (text.indexOf('{') < 0) {
            return text;
        }
        return PLACEHOLDER.matcher(text).replaceAll(found -> {
            var value = args.get(found.group(1));
            return Matcher.quoteReplacement(value == null ? "" : value.toString());
        });
    }

    /** Every key of a language. */
    public Set<String> keys(Locale locale) {
        return Set.copyOf(catalogue(locale).keySet());
    }

    private Map<String, String> catalogue(Locale locale) {
        return locale.getLanguage().equals("en") ? english : korean;
    }

    private static Map<String, String> load(String language) {
        try {
            var texts = new HashMap<String, String>();
            var files = new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:messages/*_" + language + ".properties");
            Arrays.sort(files, Comparator.comparing(Resource::getDescription));
            for (var file : files) {
                var properties = new Properties();
                try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                    properties.load(reader);
                }
                properties.forEach((key, text) -> texts.put(key.toString(), text.toString()));
            }
            return Map.copyOf(texts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
