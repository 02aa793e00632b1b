package app.madang.web.delivery;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;

/** Serves the web client from the jar. Its own addresses, such as {@code /lockers}, all lead to its one page. */
@Configuration(proxyBeanMethods = false)
class WebClient implements WebMvcConfigurer {

    /** What is no page of the client: an unknown address here is an error, not the client. */
    private static final List<String> NO_PAGES =
            List.of("api/", "actuator/", "docs/", "swagger-ui/", "webjars/", "assets/", "WEB-INF/", "META-INF/");

    private final String files;

    WebClient(@Value("${madang.web.client:classpath:/static/}") String files) {
        this.files = files;
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        // the build puts a checksum into these names
        registry.addResourceHandler("/assets/**")
                .addResourceLocations(files + "assets/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
        registry.addResourceHandler("/**")
                .addResourceLocations(files)
                .setCacheControl(CacheControl.noCache())
                .resourceChain(false)
                .addResolver(new PageOrFile());
    }

    /** The file server does not look for a file without a name. */
    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addViewController("/").setViewName("forward:/index.html");
    }

    private static final class PageOrFile extends PathResourceResolver {

        @Override
        protected @Nullable Resource getResource(String path, Resource location) throws IOException {
            var file = path.isEmpty() ? null : super.getResource(path, location);
            return file == null && isPage(path) ? super.getResource("index.html", location) : file;
        }

        /** A name with a dot is a file that is missing. */
        private static boolean isPage(String path) {
            var name = path.substring(path.lastIndexOf('/') + 1);
            return !name.contains(".") && NO_PAGES.stream().noneMatch((path + "/")::startsWith);
        }
    }
}
