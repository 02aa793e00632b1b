package app.madang.identity;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.testing.Api;
import app.madang.testing.MadangTest;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@MadangTest
class TokenTests {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    Api api;
    String token = "";
    JWTClaimsSet claims = new JWTClaimsSet.Builder().build();

    @BeforeEach
    void logIn() throws ParseException {
        api = Api.on(port);
        token = api.logIn("20220001", "김토큰", "01012345678").text("access_token");
        claims = SignedJWT.parse(token).getJWTClaimsSet();
    }

    @Test
    void signedByUsAreTaken() throws JOSEException {
        assertThat(status(token)).isEqualTo(200);
        assertThat(status(sign(claims, JWSAlgorithm.HS256, keyId(), secret()))).isEqualTo(200);
    }

    @Test
    void carryHalfAnHourOfTime() {
        var expires = claims.getExpirationTime().toInstant();
        var issued = claims.getIssueTime().toInstant();

        assertThat(expires).isEqualTo(issued.plusSeconds(1800));
        assertThat(api.bearer(token).get("/api/v1/auth/me").text("expires_at")).isEqualTo(expires.toString());
    }

    @Test
    void withoutASignatureAreRefused() {
        assertThat(status(new PlainJWT(claims).serialize())).isEqualTo(401);
    }

    @Test
    void signedWithAnotherSecretAreRefused() throws JOSEException {
        assertThat(status(sign(claims, JWSAlgorithm.HS256, keyId(), new byte[32])))
                .isEqualTo(401);
    }

    @Test
    void ofAnotherAlgorithmAreRefusedEvenWithOurSecret() throws JOSEException {
        var doubled = new byte[64];
        System.arraycopy(secret(), 0, doubled, 0, 32);
        assertThat(status(sign(claims, JWSAlgorithm.HS512, keyId(), doubled))).isEqualTo(401);
    }

    @Test
    void ofAnUnknownKeyAreRefused() throws JOSEException {
        assertThat(status(sign(claims, JWSAlgorithm.HS256, "another", secret())))
                .isEqualTo(401);
        assertThat(status(sign(claims, JWSAlgorithm.HS256, null, secret()))).isEqualTo(401);
    }

    @Test
    void forAnotherAudienceOrOfAnotherIssuerAreRefused() throws JOSEException {
        var audience = new JWTClaimsSet.Builder(claims).audience("elsewhere").build();
        var issuer = new JWTClaimsSet.Builder(claims).issuer("elsewhere").build();

        assertThat(status(sign(audience, JWSAlgorithm.HS256, keyId(), secret())))
                .isEqualTo(401);
        assertThat(status(sign(issuer, JWSAlgorithm.HS256, keyId(), secret()))).isEqualTo(401);
    }

    @Test
    void thatHaveRunOutOrNeverDoAreRefused() throws JOSEException {
        var old = new JWTClaimsSet.Builder(claims)
                .expirationTime(Date.from(Instant.EPOCH.plusSeconds(1)))
                .build();
        var eternal = new JWTClaimsSet.Builder(claims).expirationTime(null).build();

        var answer =
                api.bearer(sign(old, JWSAlgorithm.HS256, keyId(), secret())).get("/api/v1/auth/me");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("token_invalid");
        assertThat(status(sign(eternal, JWSAlgorithm.HS256, keyId(), secret()))).isEqualTo(401);
    }

    @Test
    void thatWereChangedAreRefused() {
        var parts = token.split("\\.");
        assertThat(status(parts[0] + "." + parts[1] + "x." + parts[2])).isEqualTo(401);
        assertThat(status(parts[0] + "." + parts[1] + ".")).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "a.b.c", "....", "e30.e30.e30"})
    void thatAreNoneAreRefused(String garbage) {
        assertThat(status(garbage)).isEqualTo(401);
    }

    @Test
    void areMissedWithAnInvitationToLogIn() {
        var answer = api.get("/api/v1/auth/me");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("unauthenticated");
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
    }

    @Test
    void outliveTheRotationOfTheirKey() throws JOSEException {
        var before = keyId();

        assertThat(api.admin().post("/api/v1/admin/signing-keys").status()).isEqualTo(201);

        assertThat(keyId()).isNotEqualTo(before);
        assertThat(status(token)).isEqualTo(200);
        // not out of the memory of tokens that proved good
        var other = new JWTClaimsSet.Builder(claims)
                .jwtID(UUID.randomUUID().toString())
                .build();
        assertThat(status(sign(other, JWSAlgorithm.HS256, before, secret(before))))
                .isEqualTo(200);
        assertThat(api.newMember().get("/api/v1/auth/me").status()).isEqualTo(200);
    }

    @Test
    void ofAKeyThatRetiredLongAgoAreRefused() throws JOSEException {
        jdbc.sql("""
                insert into identity.signing_key (id, secret, retired_at)
                values ('long-ago', ?, clock_timestamp() - interval '31 minutes')
                """).param(new byte[32]).update();

        assertThat(status(sign(claims, JWSAlgorithm.HS256, "long-ago", new byte[32])))
                .isEqualTo(401);
    }

    @Test
    void ofAKeyThatAnotherNodeMadeAreTaken() throws JOSEException {
        jdbc.sql("""
                insert into identity.signing_key (id, secret, retired_at)
                values ('another-node', ?, clock_timestamp() - interval '1 minute')
                """).param(new byte[32]).update();

        org.awaitility.Awaitility.await()
                .untilAsserted(() -> assertThat(status(sign(claims, JWSAlgorithm.HS256, "another-node", new byte[32])))
                        .isEqualTo(200));
    }

    private int status(String bearer) {
        return api.bearer(bearer).get("/api/v1/auth/me").status();
    }

    private String keyId() {
        return jdbc.sql("select id from identity.signing_key where retired_at is null")
                .query(String.class)
                .single();
    }

    private byte[] secret() {
        return secret(keyId());
    }

    private byte[] secret(String keyId) {
        return jdbc.sql("select secret from identity.signing_key where id = ?")
                .param(keyId)
                .query((row, number) -> row.getBytes("secret"))
                .single();
    }

    private static String sign(JWTClaimsSet claims, JWSAlgorithm algorithm, @Nullable String keyId, byte[] secret)
            throws JOSEException {
        var jwt = new SignedJWT(new JWSHeader.Builder(algorithm).keyID(keyId).build(), claims);
        jwt.sign(new MACSigner(secret));
        return jwt.serialize();
    }
}
