package app.madang.web.input;

import app.madang.shared.Page;
import app.madang.web.Invalid;
import app.madang.web.Paging;
import app.madang.web.Problem;
import app.madang.web.Texts;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Reads {@code ?cursor=&limit=}. */
@Component
class PagingResolver implements HandlerMethodArgumentResolver {

    private final Texts texts;

    PagingResolver(Texts texts) {
        this.texts = texts;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Paging.class;
    }

    @Override
    public Paging resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var cursor = request.getParameter("cursor");
        return new Paging(cursor == null || cursor.isEmpty() ? null : cursor, limit(request.getParameter("limit")));
    }

    private int limit(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return Page.LIMIT_DEFAULT;
        }
        try {
            var limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= Page.LIMIT_MAX) {
                return limit;
            }
        } catch (NumberFormatException e) {
            // falls through to the refusal
        }
        throw new Problem(Invalid.of("limit", texts.get("limit_range", Map.of("max", Page.LIMIT_MAX))));
    }
}
