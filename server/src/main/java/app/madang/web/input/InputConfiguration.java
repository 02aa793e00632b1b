package app.madang.web.input;

import app.madang.web.Languages;
import app.madang.web.Texts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.AbstractMessageSource;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Wires how requests are read into Spring MVC. */
@Configuration(proxyBeanMethods = false)
class InputConfiguration implements WebMvcConfigurer {

    private final PagingResolver paging;
    private final IdempotencyKeyResolver idempotencyKeys;
    private final UnknownParameters unknownParameters;

    InputConfiguration(
            PagingResolver paging, IdempotencyKeyResolver idempotencyKeys, UnknownParameters unknownParameters) {
        this.paging = paging;
        this.idempotencyKeys = idempotencyKeys;
        this.unknownParameters = unknownParameters;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(paging);
        resolvers.add(idempotencyKeys);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(unknownParameters).addPathPatterns("/api/**").order(100);
    }

    @Bean
    LocaleResolver localeResolver() {
        return new LocaleResolver() {
            @Override
            public Locale resolveLocale(HttpServletRequest request) {
                return Languages.of(request);
            }

            @Override
            public void setLocale(
                    HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
                throw new UnsupportedOperationException("the reader's browser decides");
            }
        };
    }

    /** Lets {@code message = "{validation.name}"} of a constraint find its text in our catalogues. */
    @Bean
    MessageSource messageSource(Texts texts) {
        return new AbstractMessageSource() {
            @Override
            protected @Nullable String resolveCodeWithoutArguments(String code, Locale locale) {
                var text = texts.find(code, locale, Map.of());
                return text.equals(code) ? null : text;
            }

            @Override
            protected @Nullable MessageFormat resolveCode(String code, Locale locale) {
                var text = resolveCodeWithoutArguments(code, locale);
                return text == null ? null : new MessageFormat(text, locale);
            }
        };
    }
}
