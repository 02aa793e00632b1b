package app.madang.identity.web;

import app.madang.identity.Sessions;
import app.madang.web.WebRefusal;
import app.madang.web.problem.Problems;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderNotFoundException;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * One filter that reads the token, one interceptor that asks what the handler demands. Spring Security lends its
 * firewall, its context and its principals; there are no sessions, forms or passwords of its own.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SecurityConfiguration implements WebMvcConfigurer {

    private final Authorisation authorisation;

    SecurityConfiguration(Authorisation authorisation) {
        this.authorisation = authorisation;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(authorisation).addPathPatterns("/api/v1/**").order(-100);
    }

    @Bean
    static SecurityFilterChain tokens(Sessions sessions, Problems problems) {
        return new DefaultSecurityFilterChain(AnyRequestMatcher.INSTANCE, new TokenFilter(sessions, problems));
    }

    /** Requests are measured once, by MVC; measuring every filter again costs more than the filters do. */
    @Bean
    static SecurityObservationSettings filtersUnobserved() {
        return SecurityObservationSettings.noObservations();
    }

    /** The default's rule for header values is a pattern; nearly all values are plain ASCII and need none. */
    @Bean
    static HttpFirewall firewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowedHeaderValues(SecurityConfiguration::isAllowedHeaderValue);
        return firewall;
    }

    private static boolean isAllowedHeaderValue(String value) {
        return value.chars()
                .allMatch(character -> (character >= ' ' && character <= '~')
                        || (!Character.isISOControl(character) && Character.isDefined(character)));
    }

    /** Paths with tricks in them, such as encoded slashes. */
    @Bean
    static RequestRejectedHandler rejectedByTheFirewall(Problems problems) {
        return (request, response, rejected) -> problems.write(request, response, WebRefusal.MALFORMED);
    }

    /** Stands where Spring Boot would otherwise make a user with a password of its own. */
    @Bean
    static AuthenticationManager noOtherLogIn() {
        return authentication -> {
            throw new ProviderNotFoundException("tokens only");
        };
    }
}
