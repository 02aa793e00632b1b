package app.madang.web.problem;

import app.madang.web.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Answers refusals before the general machinery looks for a handler, a converter and a media type: at an opening nearly
 * every answer is one. The document is the same.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RefusedResolver implements HandlerExceptionResolver {

    private final Problems problems;

    RefusedResolver(Problems problems) {
        this.problems = problems;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception e) {
        if (!(e instanceof Problem problem) || response.isCommitted()) {
            return null;
        }
        try {
            response.resetBuffer();
            problems.write(request, response, problem.refusal());
            return new ModelAndView();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
