package app.madang.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.shared.Refusal;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;

/** Whatever the server says, it says in both languages. */
class CatalogueTests {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z_]+)}");
    private static final Pattern USED_KEY = Pattern.compile("texts\\s*\\.\\s*get\\(\\s*\"([a-z_.]+)\"");

    private final Texts texts = new Texts();

    @Test
    void haveTheSameKeysInBothLanguages() {
        assertThat(new TreeSet<>(texts.keys(Locale.KOREAN))).isEqualTo(new TreeSet<>(texts.keys(Locale.ENGLISH)));
    }

    @Test
    void haveTheSamePlaceholdersInBothLanguages() {
        for (var key : texts.keys(Locale.KOREAN)) {
            assertThat(placeholders(key, Locale.KOREAN)).as(key).isEqualTo(placeholders(key, Locale.ENGLISH));
        }
    }

    @Test
    void haveATextForEveryRefusal() {
        var refusals = refusals();

        assertThat(refusals).hasSizeGreaterThan(20);
        assertThat(texts.keys(Locale.KOREAN))
                .containsAll(refusals.stream().map(Refusal::text).toList());
    }

    @Test
    void haveATitleForEveryKindOfRefusal() {
        for (var status : List.of(400, 401, 403, 404, 405, 406, 409, 412, 413, 415, 422, 429, 500, 503)) {
            assertThat(texts.keys(Locale.KOREAN)).contains("title." + status);
        }
    }

    @Test
    void haveEveryTextThatTheCodeAsksFor() throws IOException {
        var used = usedKeys();

        assertThat(used).hasSizeGreaterThan(10);
        assertThat(texts.keys(Locale.KOREAN)).containsAll(used);
    }

    private Set<String> placeholders(String key, Locale locale) {
        var seen = new TreeSet<String>();
        var text = texts.find(key, locale, new EveryKey(seen));
        assertThat(text).isNotBlank();
        return seen;
    }

    /** A map that has everything, and remembers what was asked for. */
    private static final class EveryKey extends java.util.AbstractMap<String, String> {

        private final Set<String> seen;

        EveryKey(Set<String> seen) {
            this.seen = seen;
        }

        @Override
        public String get(@Nullable Object key) {
            seen.add(String.valueOf(key));
            return "x";
        }

        @Override
        public Set<Map.Entry<String, String>> entrySet() {
            return Set.of();
        }
    }

    private static Set<String> usedKeys() throws IOException {
        var keys = new TreeSet<String>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                USED_KEY.matcher(Files.readString(file))
                        .results()
                        .forEach(found -> keys.add("message." + found.group(1)));
            }
        }
        return keys;
    }

    /** One of each refusal there is in the code, made with whatever values its components take. */
    private static List<Refusal> refusals() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false) {
            @Override
            protected boolean isCandidateComponent(
                    org.springframework.beans.factory.annotation.AnnotatedBeanDefinition definition) {
                return definition.getMetadata().isConcrete();
            }
        };
        scanner.addIncludeFilter(new AssignableTypeFilter(Refusal.class));
        var refusals = new ArrayList<Refusal>();
        for (var definition : scanner.findCandidateComponents("app.madang")) {
            try {
                var type = Class.forName(definition.getBeanClassName());
                if (type.isEnum()) {
                    for (var constant : type.getEnumConstants()) {
                        refusals.add((Refusal) constant);
                    }
                } else if (type.isRecord()) {
                    refusals.add((Refusal) instance(type));
                }
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(definition.getBeanClassName(), e);
            }
        }
        return refusals;
    }

    private static Object instance(Class<?> record) throws ReflectiveOperationException {
        var components = record.getRecordComponents();
        var types = Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        var values = Stream.of(types).map(CatalogueTests::value).toArray();
        var constructor = record.getDeclaredConstructor(types);
        constructor.setAccessible(true);
        return constructor.newInstance(values);
    }

    private static @Nullable Object value(Class<?> type) {
        if (type == int.class || type == Integer.class) {
            return 1;
        }
        if (type == long.class || type == Long.class) {
            return 1L;
        }
        if (type == boolean.class) {
            return false;
        }
        if (type == String.class) {
            return "x";
        }
        if (type == UUID.class) {
            return new UUID(1, 1);
        }
        if (type == Instant.class) {
            return Instant.EPOCH;
        }
        if (type == Duration.class) {
            return Duration.ofSeconds(1);
        }
        if (type == Map.class) {
            return Map.of();
        }
        if (type == List.class) {
            return List.of();
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        if (type.isSealed()) {
            for (var permitted : type.getPermittedSubclasses()) {
                if (permitted.isRecord()) {
                    return made(permitted);
                }
            }
        }
        return type.isRecord() ? made(type) : null;
    }

    private static Object made(Class<?> record) {
        try {
            return instance(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
