package app.madang.web.description;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.jackson.TypeNameResolver;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Describes records by the names they have in JSON; a component that is not nullable is always there. */
final class RecordModels extends ModelResolver {

    RecordModels() {
        super(Json31.mapper().copy().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE), new Names());
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
            if (model != null) {
                requireWhatIsAlwaysThere(model, raw);
            }
        }
        return schema;
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

    /** Several controllers have a record {@code Message}: theirs are told apart by where they stand. */
    private static final class Names extends TypeNameResolver {

        @Override
        protected String nameForClass(Class<?> type, Set<Options> options) {
            var owner = type.getEnclosingClass();
            var name = super.nameForClass(type, options);
            if (owner == null || !type.getName().startsWith("app.madang")) {
                return name;
            }
            var place = owner.getSimpleName().replaceFirst("(Controller|Forms)$", "");
            return name.startsWith(place) ? name : place + name;
        }
    }
}
