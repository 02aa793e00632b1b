package app.madang.realtime.socket;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Serves the description of the socket, for machines and for people, beside that of the API. */
@Configuration(proxyBeanMethods = false)
class SocketDescription implements WebMvcConfigurer {

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/docs/*.yaml", "/docs/*.md").addResourceLocations("classpath:/docs/");
    }
}
