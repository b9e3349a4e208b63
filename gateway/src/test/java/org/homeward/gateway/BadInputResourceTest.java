package org.homeward.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Named.named;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class BadInputResourceTest implements RealGateway {
    private static final String ACKNOWLEDGE = "/api/v1/alerts/" + Ward.ALERT_1 + "/acknowledge";

    @BeforeEach
    void settle() {
        RealGateway.settle();
    }

    static Stream<Named<String>> unreadable() {
        return Stream.of(
                named("truncated", "{\"note\":"),
                named("an array", "[1,2"),
                named("no JSON", "nonsense"),
                named("trailing garbage", "{\"note\":\"a\"} trailing"),
                named("a key twice", "{\"note\":\"a\",\"note\":\"b\"}"),
                named("nested deeply", "[".repeat(10_000)),
                named("a long number", "{\"note\":" + "9".repeat(100_000) + "}"),
                named("no time", "{\"until\":\"yesterday\"}"),
                named("an object for a text", "{\"note\":{\"a\":1}}"),
                named("NUL", "{\"note\":\"a\\u0000b\"}"),
                named("NUL as it is", "{\"note\":\"a\0b\"}"),
                named("half a character", "{\"note\":\"a\\ud800b\"}"),
                named("NUL in a name", "{\"a\\u0000b\":1}"));
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void aBodyThatCannotBeReadIs400(String body) {
        HttpResponse<String> answer = RealGateway.raw("nurse", "POST", ACKNOWLEDGE, body);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(v -> assertThat(v).contains("application/problem+json"));
        assertThat(answer.body()).doesNotContain("jackson").doesNotContain("org.homeward");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00c3(", "\u00ed\u00a0\u0080", "\u00c0\u0080", "\u00ff"})
    void aBodyThatIsNoUtf8Is400(String bytes) {
        RealGateway.as("nurse")
                .contentType("application/json")
                .body(("{\"note\":\"" + bytes + "\"}").getBytes(StandardCharsets.ISO_8859_1))
                .post(ACKNOWLEDGE)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("UNREADABLE_BODY"));
    }

    @Test
    void aBodyThatIsPassedOnAsItIsHoldsNoNul() {
        HttpResponse<String> answer =
                RealGateway.raw(
                        "nurse",
                        "POST",
                        "/api/v1/patients/" + Ward.PATIENT_1 + "/readings",
                        "{\"readings\":[{\"note\":\"\\u0000\"}]}");
        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @Test
    void aBodyOfFiveMegabytesIs413() {
        HttpResponse<String> answer =
                RealGateway.raw("nurse", "POST", ACKNOWLEDGE, "x".repeat(5_000_000));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("\"BODY_TOO_LARGE\"");
    }

    @Test
    void aBodyOfNoSaidSizeThatIsTooLargeIs413() throws Exception {
        HttpResponse<String> answer = chunked("{\"note\":\"" + "x".repeat(300_000) + "\"}");
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("\"BODY_TOO_LARGE\"");
    }

    @Test
    void aLargeBodyOfNoSaidSizeIsPassedOnWhole() throws Exception {
        String body = "{\"note\":\"" + "x".repeat(200_000) + "\"}";
        assertThat(chunked(body).statusCode()).isEqualTo(200);
        assertThat(
                        RealGateway.lastSeen(ACKNOWLEDGE.replace("/api/", "/internal/"))
                                .getString("body"))
                .isEqualTo(body);
    }

    private static HttpResponse<String> chunked(String body) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(
                                URI.create(
                                        "http://127.0.0.1:%d%s"
                                                .formatted(RestAssured.port, ACKNOWLEDGE)))
                        .header("Authorization", "Bearer " + RealGateway.token("nurse"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.fromPublisher(BodyPublishers.ofString(body)))
                        .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    void xmlWhereJsonIsSpokenIs415() {
        RealGateway.as("nurse")
                .contentType(ContentType.XML)
                .body("<a/>")
                .post(ACKNOWLEDGE)
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
    }

    @Test
    void aMethodThatIsNotOfferedIs405() {
        RealGateway.as("nurse")
                .delete("/api/v1/worklist")
                .then()
                .statusCode(405)
                .contentType("application/problem+json");
    }

    @Test
    void aRouteThatIsNotThereIs404() {
        RealGateway.as("nurse")
                .get("/api/v1/nowhere")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("NOT_FOUND"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/worklist?limit=0",
                "/api/v1/worklist?limit=many",
                "/api/v1/worklist?cursor=xyz",
                "/api/v1/audit?from=yesterday",
                "/api/v1/audit?cursor=xyz"
            })
    void aParameterThatCannotBeReadIs400(String path) {
        String user = path.contains("audit") ? "auditor" : "nurse";
        RealGateway.as(user)
                .get(path)
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    static Stream<String> unholdable() {
        String farAway = "%2B999999999-12-31T00:00:00Z";
        String p1 = "/api/v1/patients/" + Ward.PATIENT_1;
        return Stream.of(
                "/api/v1/audit?actor=%00",
                "/api/v1/audit?from=" + farAway,
                "/api/v1/audit?to=" + farAway,
                "/api/v1/audit?from=-999999999-01-01T00:00:00Z",
                "/api/v1/audit?cursor=" + farAway + "_" + Ward.PATIENT_1,
                "/api/v1/worklist?cursor="
                        + base64("0|+999999999-12-31T00:00:00Z|" + Ward.PATIENT_1 + "|0"),
                "/api/v1/worklist?tab=a%00b",
                "/api/v1/tasks?assignee=%00",
                "/api/v1/alerts?status=%00",
                "/api/v1/patients?query=%00",
                p1 + "/readings?code=%00",
                p1 + "/timeline?cursor=" + base64("50\n0,-1,\n0,-1,"),
                p1 + "/timeline?cursor=" + base64("50\n0,0,\0\n0,0,"),
                "/fhir/R4/Patient?name=%00",
                "/fhir/R4/Observation?patient=" + Ward.PATIENT_1 + "&date=%00",
                "/fhir/R4/Observation?patient=" + Ward.PATIENT_1 + "&_page=%00");
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @MethodSource("unholdable")
    void aParameterThatNoStoreHoldsIs400(String path) {
        String user = path.contains("audit") ? "auditor" : "nurse";
        HttpResponse<String> answer = RealGateway.raw(user, "GET", path, "");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(v -> assertThat(v).containsAnyOf("problem+json", "fhir+json"));
    }

    @Test
    void markupInANoteGoesThroughAsTextAndComesBackAsJson() {
        String note = "<script>alert(1)</script>";
        RealGateway.as("nurse")
                .contentType(ContentType.JSON)
                .body("{\"note\":\"" + note + "\"}")
                .post(ACKNOWLEDGE)
                .then()
                .statusCode(200)
                .contentType(ContentType.JSON)
                .header("X-Content-Type-Options", equalTo("nosniff"));
        assertThat(
                        RealGateway.lastSeen(ACKNOWLEDGE.replace("/api/", "/internal/"))
                                .getString("body"))
                .contains(note);
    }

    @Test
    void everyAnswerForbidsFramesAndForeignScripts() {
        String policy =
                RealGateway.as("nurse").get("/api/v1/me").getHeader("Content-Security-Policy");
        assertThat(policy).contains("default-src 'self'").contains("frame-ancestors 'none'");
    }

    @Test
    void oneUserTooManyIsSentAwayAndOthersAreNot() {
        AtomicInteger refused = new AtomicInteger();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request =
                    HttpRequest.newBuilder(
                                    URI.create(
                                            "http://127.0.0.1:%d/api/v1/codes"
                                                    .formatted(RestAssured.port)))
                            .header("Authorization", "Bearer " + RealGateway.token("ops-admin"))
                            .build();
            await().atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(10))
                    .until(() -> isOneTooMany(http, request, refused));
        }
        assertThat(refused).hasPositiveValue();
        assertThat(RealGateway.as("nurse").get("/api/v1/me").statusCode()).isEqualTo(200);
    }

    private static boolean isOneTooMany(
            HttpClient http, HttpRequest request, AtomicInteger refused) {
        List<CompletableFuture<HttpResponse<String>>> burst =
                Stream.generate(() -> http.sendAsync(request, HttpResponse.BodyHandlers.ofString()))
                        .limit(500)
                        .toList();
        burst.stream()
                .map(CompletableFuture::join)
                .filter(r -> r.statusCode() == 429)
                .filter(r -> r.headers().firstValue("Retry-After").isPresent())
                .forEach(r -> refused.incrementAndGet());
        return refused.get() > 0;
    }
}
