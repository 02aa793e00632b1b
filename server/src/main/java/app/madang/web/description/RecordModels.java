package app.madang.web.description;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Describes records by the names they have in JSON; a component that is not nullable is always there. */
final class RecordModels extends ModelResolver {

    private final Map<String, Class<?>> types = new ConcurrentHashMap<>();

    RecordModels() {
        super(Json31.mapper().copy().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE));
        openapi31(true);
    }

    @Override
    @SuppressWarnings("rawtypes") // as inherited
    public @Nullable Schema resolve(AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> next) {
        Schema<?> schema = super.resolve(type, context, next);
        var raw = rawClass(type);
        if (schema != null && raw != null && raw.isRecord() && raw.getName().startsWith("app.madang")) {
            var reference = schema.get$ref();
            var model = reference == null
                    ? schema
                    : context.getDefinedModels().get(reference.substring(reference.lastIndexOf('/') + 1));
            if (reference != null) {
                refuseNamesakes(reference, raw);
            }
            if (model != null) {
                requireWhatIsAlwaysThere(model, raw);
            }
        }
        return schema;
    }

    /** Of two records with one name the description would show only one. */
    private void refuseNamesakes(String reference, Class<?> type) {
        var first = types.putIfAbsent(reference, type);
        if (first != null && first != type) {
            throw new IllegalStateException(
                    "Both " + first.getName() + " and " + type.getName() + " are described as " + reference
                            + ": give one of them another name by @Schema(name = …)");
        }
    }

    private @Nullable Class<?> rawClass(AnnotatedType type) {
        return type.getType() instanceof JavaType java
                ? java.getRawClass()
                : type.getType() == null
                        ? null
                        : _mapper.constructType(type.getType()).getRawClass();
    }

    private static void requireWhatIsAlwaysThere(Schema<?> model, Class<?> type) {
        var properties = model.getProperties();
        if (properties == null) {
            return;
        }
        Arrays.stream(type.getRecordComponents())
                .filter(component -> !component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                .map(RecordComponent::getName)
                .map(new PropertyNamingStrategies.SnakeCaseStrategy()::translate)
                .filter(properties::containsKey)
                .filter(name ->
                        model.getRequired() == null || !model.getRequired().contains(name))
                .forEach(model::addRequiredItem);
    }
}
