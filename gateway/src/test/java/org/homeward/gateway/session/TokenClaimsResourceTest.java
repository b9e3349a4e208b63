package org.homeward.gateway.session;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Named.named;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.time.Instant;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.homeward.gateway.RealGateway;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Tokens that are good but for one thing.
@QuarkusTest
@QuarkusTestResource(value = TestIssuer.class, restrictToAnnotatedClass = true)
class TokenClaimsResourceTest implements RealGateway {
    interface Change extends UnaryOperator<JwtClaimsBuilder> {}

    static Stream<Named<Change>> wrong() {
        return Stream.of(
                change("expired", t -> t.expiresAt(Instant.now().minusSeconds(60))),
                change("not valid yet", t -> t.claim("nbf", later())),
                change("another audience", t -> t.audience("homeward-internal")),
                change("an ID token", t -> t.audience("homeward-cli").claim("typ", "ID")),
                change("an ID token for this audience", t -> t.claim("typ", "ID")),
                change("a refresh token", t -> t.claim("typ", "Refresh")),
                change("another realm", t -> t.issuer("http://127.0.0.1:1/realms/other")));
    }

    private static long later() {
        return Instant.now().plusSeconds(120).getEpochSecond();
    }

    private static Named<Change> change(String name, Change change) {
        return named(name, change);
    }

    @Test
    void aTokenWithNothingWrongIsTaken() {
        given().auth()
                .oauth2(TestIssuer.sign(TestIssuer.good()))
                .get("/api/v1/codes")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void aTokenWithOneThingWrongIsRefused(Change change) {
        isRefused(TestIssuer.sign(change.apply(TestIssuer.good())));
    }

    @Test
    void aStrangersSignatureIsRefused() {
        isRefused(TestIssuer.signByStranger(TestIssuer.good()));
    }

    private static void isRefused(String token) {
        given().auth()
                .oauth2(token)
                .get("/api/v1/codes")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", startsWith("Bearer"))
                .body("code", equalTo("UNAUTHORIZED"));
    }
}
