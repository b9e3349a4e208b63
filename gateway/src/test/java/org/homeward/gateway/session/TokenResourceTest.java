package org.homeward.gateway.session;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.homeward.gateway.RealGateway;
import org.homeward.kit.test.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class TokenResourceTest implements RealGateway {
    private static void isRefused(String token) {
        given().auth()
                .oauth2(token)
                .get("/api/v1/me")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", startsWith("Bearer"))
                .body("code", equalTo("UNAUTHORIZED"));
    }

    @Test
    void aUsersTokenOpensTheDoor() {
        RealGateway.as("nurse")
                .get("/api/v1/me")
                .then()
                .statusCode(200)
                .body("subject", equalTo("00000000-0000-4000-8000-000000000003"))
                .body("roles", hasItem("nurse"))
                .body("csrfHeader", equalTo("X-Homeward"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/me", "/api/v1/patients", "/api/v1/feed", "/api/v1/worklist"})
    void withoutATokenTheAnswerIs401AndNeverARedirect(String path) {
        given().redirects()
                .follow(false)
                .header("Accept", "text/html")
                .get(path)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("code", equalTo("UNAUTHORIZED"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "a.b.c", "Zm9v.YmFy.YmF6"})
    void garbageIsRefused(String token) {
        isRefused(token);
    }

    @Test
    void aTokenWithoutASignatureIsRefused() {
        String[] parts = Tokens.user("nurse").split("\\.", -1);
        String header =
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(
                                "{\"alg\":\"none\",\"typ\":\"JWT\"}"
                                        .getBytes(StandardCharsets.UTF_8));
        isRefused(header + "." + parts[1] + ".");
    }

    @Test
    void aTokenWhoseClaimsWereChangedIsRefused() {
        String[] parts = Tokens.user("nurse").split("\\.", -1);
        String claims =
                new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                        .replace("\"nurse\"", "\"auditor\"");
        String changed =
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(claims.getBytes(StandardCharsets.UTF_8));
        assertThat(changed).isNotEqualTo(parts[1]);
        isRefused(parts[0] + "." + changed + "." + parts[2]);
    }

    @Test
    void aTokenForAnotherAudienceIsRefused() {
        isRefused(Tokens.gatewayService());
    }

    @Test
    void anotherSchemeThanBearerIsRefused() {
        given().header("Authorization", "Basic bnVyc2U6bnVyc2U=")
                .get("/api/v1/me")
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
    }

    @Test
    void aMadeUpSessionCookieIsRefusedWithoutARedirect() {
        given().redirects()
                .follow(false)
                .cookie("q_session", "made-up")
                .get("/api/v1/me")
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
    }

    @Test
    void onlyLoginStartsTheCodeFlow() {
        given().redirects()
                .follow(false)
                .get("/login?to=/worklist")
                .then()
                .statusCode(302)
                .header(
                        "Location",
                        org.hamcrest.Matchers.containsString("code_challenge_method=S256"));
    }
}
