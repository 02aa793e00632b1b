package app.madang.identity.domain;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.convert.DurationStyle;

/**
 * @param accessToken how long an access token is good for
 * @param refreshToken how long a log-in lasts unused
 * @param refreshGrace how long a used refresh cookie is answered again, for the client that lost the answer
 * @param passwordChecks how many passwords are checked at one time; 0 means half of the processors, at least one
 * @param passwordWait how long a log-in waits for its turn before it is told to come later
 * @param logInsAtOnce how many log-ins and refreshes are at the database at one time; fewer than it has connections
 * @param logInWait how long one waits for its turn before it is told to come later
 */
@ConfigurationProperties("madang.identity")
public record IdentitySettings(
        @DefaultValue("30m") Duration accessToken,
        @DefaultValue("14d") Duration refreshToken,
        @DefaultValue("10s") Duration refreshGrace,
        @DefaultValue("0") int passwordChecks,
        @DefaultValue("3s") Duration passwordWait,
        @DefaultValue("6") int logInsAtOnce,
        @DefaultValue("20s") Duration logInWait,
        @DefaultValue Limits limits) {

    /**
     * How many failures are borne before log-ins are refused. Successes are not counted: a whole campus may sit behind
     * one address.
     *
     * @param accountAndAddress failures on one account from one address
     * @param address failures from one address (IPv6: one /64), whichever the account; beyond it no password is heard
     *     and other log-ins only when they succeed
     * @param account failures on one account from anywhere; beyond it unknown devices wait for each other
     * @param slowPace one attempt of an unknown device per this time on such an account
     * @param slowWait how long an unknown device waits for its turn before it is refused
     * @param accessRequests "can't get in" requests from one address
     */
    public record Limits(
            @DefaultValue("10/10m") Limit accountAndAddress,
            @DefaultValue("300/1m") Limit address,
            @DefaultValue("50/1h") Limit account,
            @DefaultValue("2s") Duration slowPace,
            @DefaultValue("5s") Duration slowWait,
            @DefaultValue("30/1h") Limit accessRequests) {}

    /** So many in a time, regained evenly; written {@code 10/10m}. */
    public record Limit(int count, Duration per) {

        /** Reads a setting; Spring's conversion looks for a method of this name. */
        public static Limit valueOf(String text) {
            var parts = text.split("/", 2);
            if (parts.length != 2) {
                throw new IllegalArgumentException("a limit is written like 10/10m, not " + text);
            }
            return new Limit(Integer.parseInt(parts[0].strip()), DurationStyle.detectAndParse(parts[1].strip()));
        }
    }
}
