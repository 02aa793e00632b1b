package app.madang.booking.domain;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Sizes of the engine.
 *
 * @param lanes writer threads; a pool belongs to one of them
 * @param queueMax commands waiting per lane and urgency; more are refused
 * @param batchMax commands in one transaction
 */
@ConfigurationProperties("madang.booking")
public record EngineSettings(
        @DefaultValue("3") int lanes,
        @DefaultValue("4096") int queueMax,
        @DefaultValue("512") int batchMax) {}
