package app.madang.web.description;

import app.madang.web.FixedContract;
import app.madang.web.IdempotencyKey;
import app.madang.web.Paging;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What springdoc cannot see: who may call, what a problem looks like, arguments our own resolvers read. */
@Configuration(proxyBeanMethods = false)
class DescriptionConfiguration implements WebMvcConfigurer {

    private static final String PROBLEM = "Problem";
    private static final String TOKEN = "token";

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(IdempotencyKey.class, Paging.class);
    }

    /** Where people look for the pages, from habit. */
    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        for (var habit :
                List.of("/swagger/index.html", "/swagger", "/api/schema/swagger-ui/", "/api/schema/swagger-ui")) {
            registry.addRedirectViewController(habit, "/docs").setStatusCode(HttpStatus.FOUND);
        }
    }

    @Bean
    ModelResolver recordsAsTheyAreWritten() {
        return new RecordModels();
    }

    @Bean
    OpenAPI madangApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Madang")
                        .version("v1")
                        .description("The commons of a campus or a neighbourhood: what is scarce, shared fairly.")
                        .license(new License().name("Apache-2.0")))
                .servers(List.of(new Server().url("/")))
                .addSecurityItem(new SecurityRequirement().addList(TOKEN))
                .components(new Components()
                        .addSecuritySchemes(
                                TOKEN,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("JWT")));
    }

    @Bean
    OpenApiCustomizer problemModel() {
        return api -> api.getComponents().addSchemas(PROBLEM, problemSchema());
    }

    private static Schema<?> problemSchema() {
        return new ObjectSchema()
                .description("RFC 9457. Further members depend on the code, such as seconds_left or nearest.")
                .addProperty("type", new StringSchema())
                .addProperty("title", new StringSchema())
                .addProperty("status", new Schema<Integer>().type("integer"))
                .addProperty("detail", new StringSchema())
                .addProperty("code", new StringSchema().description("stable; what programs look at"))
                .addProperty(
                        "errors",
                        new ObjectSchema()
                                .additionalProperties(
                                        new Schema<>().type("array").items(new StringSchema())))
                .additionalProperties(true)
                .required(List.of("type", "title", "status", "detail", "code"));
    }

    /** Names are constants in the code and small words in JSON. */
    @Bean
    OpenApiCustomizer smallWords() {
        return api -> {
            for (var model : api.getComponents().getSchemas().values()) {
                Map<?, ?> properties = model.getProperties() == null ? Map.of() : model.getProperties();
                for (var property : properties.values()) {
                    if (property instanceof Schema<?> schema && schema.getEnum() != null) {
                        makeSmall(schema);
                    }
                }
            }
        };
    }

    @SuppressWarnings("unchecked")
    private static void makeSmall(Schema<?> schema) {
        var words = schema.getEnum().stream()
                .map(name -> (Object) name.toString().toLowerCase(Locale.ROOT))
                .toList();
        ((Schema<Object>) schema).setEnum(words);
    }

    @Bean
    OperationCustomizer argumentsAndProblems() {
        return (operation, handler) -> {
            for (var parameter : handler.getMethodParameters()) {
                if (parameter.getParameterType() == Paging.class) {
                    operation.addParametersItem(query("cursor", new StringSchema()));
                    operation.addParametersItem(query("limit", new Schema<Integer>().type("integer")));
                }
                if (parameter.getParameterType() == IdempotencyKey.class) {
                    operation.addParametersItem(new Parameter()
                            .in("header")
                            .name("Idempotency-Key")
                            .required(false)
                            .schema(new StringSchema()));
                }
            }
            var problem = new ApiResponse()
                    .description(isFixed(handler) ? "Refused; 400 for any invalid input" : "Refused")
                    .content(new Content()
                            .addMediaType(
                                    "application/problem+json",
                                    new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM))));
            operation.getResponses().addApiResponse("default", problem);
            return operation;
        };
    }

    private static boolean isFixed(HandlerMethod handler) {
        return Stream.of(handler.getBeanType().getAnnotations())
                .anyMatch(annotation -> annotation.annotationType() == FixedContract.class);
    }

    private static Parameter query(String name, Schema<?> schema) {
        return new Parameter().in("query").name(name).required(false).schema(schema);
    }
}
