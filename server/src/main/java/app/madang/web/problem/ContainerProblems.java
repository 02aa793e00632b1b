package app.madang.web.problem;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * What the container refuses before any filter of ours is a problem document too. Encoded slashes are left to the
 * firewall, which says no in our words.
 */
@Component
class ContainerProblems implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    @Override
    public void customize(TomcatServletWebServerFactory tomcat) {
        tomcat.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(Report.class.getName());
            }
        });
        tomcat.addConnectorCustomizers(connector -> {
            connector.setEncodedSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue());
            connector.setEncodedReverseSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue());
        });
    }

    /** In both languages, since nothing is known of the reader. Public: the container makes it by name. */
    public static final class Report extends ErrorReportValve {

        @Override
        protected void report(Request request, Response response, @Nullable Throwable thrown) {
            var status = response.getStatus();
            if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
                return;
            }
            var code = ProblemAdvice.code(status);
            var document = """
                    {"type":"urn:madang:problem:%s","title":"요청을 처리하지 못했어요 / The request failed",\
                    "status":%d,"detail":"요청의 형식이 올바르지 않아요. / The request has the wrong form.",\
                    "code":"%s"}""".formatted(code, status, code);
            try {
                response.setContentType("application/problem+json");
                response.setCharacterEncoding("utf-8");
                response.getReporter().write(document);
                response.finishResponse();
            } catch (IOException | IllegalStateException gone) {
                // nobody is left to read it
            }
        }
    }
}
