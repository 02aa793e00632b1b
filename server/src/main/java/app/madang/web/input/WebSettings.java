package app.madang.web.input;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * @param jsonMax largest JSON body
 * @param csvMax largest CSV body
 * @param trustedProxies addresses or networks (CIDR) whose {@code X-Forwarded-*} headers are believed; nobody's by default
 */
@ConfigurationProperties("madang.web")
public record WebSettings(
        @DefaultValue("256KB") DataSize jsonMax,
        @DefaultValue("5MB") DataSize csvMax,
        @DefaultValue List<String> trustedProxies) {}
