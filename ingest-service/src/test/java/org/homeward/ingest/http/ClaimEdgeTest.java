package org.homeward.ingest.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.homeward.events.v1.DeviceEventKind;
import org.homeward.ingest.BadInput;
import org.homeward.ingest.Given;
import org.homeward.ingest.IngestTest;
import org.homeward.ingest.credential.ClaimDevices;
import org.homeward.ingest.credential.ClaimDevices.Outcome;
import org.homeward.ingest.credential.RotateCredentials;
import org.homeward.ingest.door.ClaimAttempts;
import org.homeward.ingest.registry.RegisterDevices;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@IngestTest
class ClaimEdgeTest {
    private static final int ATTEMPTS = 10;
    private static final String NO_CODE = "2222-2222-2222-2222";

    @Inject ClaimDevices devices;
    @Inject RotateCredentials rotate;
    @Inject ClaimAttempts attempts;
    @Inject Pool pool;

    private final Given.Worn device = Given.worn();

    /// All tests come from one address.
    @BeforeEach
    void forgetAttempts() {
        for (int i = 0; i < ATTEMPTS; i++) {
            attempts.giveBack("127.0.0.1");
        }
    }

    private String code() {
        return ((Outcome.Made) Given.await(devices.code(device.device(), "desk"))).code();
    }

    private static Response claim(String code) {
        return post("{\"claimCode\":\"" + code + "\"}");
    }

    private static Response post(String body) {
        return given().contentType("application/json").body(body).post("/telemetry/v1/claim");
    }

    private static void assertProblem(Response answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.jsonPath().getString("code")).isEqualTo(code);
        BadInput.isSilent(answer.asString());
    }

    @Test
    void aDeviceGetsItsTokenForItsCodeOnce() {
        String code = code();
        Response taken = claim(code.replace("-", " ").toLowerCase(java.util.Locale.ROOT));
        assertThat(taken.statusCode()).as(taken.asString()).isEqualTo(200);
        assertThat(taken.header("Cache-Control")).isEqualTo("no-store");
        assertThat(taken.jsonPath().getString("deviceId")).isEqualTo(device.device().toString());
        assertThat(Instant.parse(taken.jsonPath().getString("rotateBy")))
                .isAfter(Instant.now().plus(Duration.ofDays(364)));
        String token = taken.jsonPath().getString("token");
        Given.Worn claimed = new Given.Worn(device.device(), token, device.patient());
        assertThat(Given.post(claimed, Given.pulse("72", Given.now())).statusCode()).isEqualTo(202);
        assertProblem(claim(code), 401, "CLAIM_REFUSED");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () ->
                                assertThat(Given.told(device.device()))
                                        .containsExactly(
                                                DeviceEventKind.DEVICE_EVENT_KIND_SECURITY));
    }

    @Test
    void ofManyAtOnceOneWins() {
        String code = code();
        List<Integer> answers =
                Stream.generate(() -> CompletableFuture.supplyAsync(() -> claim(code).statusCode()))
                        .limit(4)
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .sorted()
                        .toList();
        assertThat(answers).containsExactly(200, 401, 401, 401);
        assertThat(Given.await(rotate.of(device.device())).orElseThrow()).hasSize(2);
    }

    @Test
    void whatIsWorthNothingGetsOneAnswer() {
        String used = code();
        claim(used);
        Given.await(
                rotate.revoke(
                        device.device(),
                        Given.await(rotate.of(device.device())).orElseThrow().getFirst().id(),
                        "desk"));
        String replaced = code();
        String expired = code();
        String wrong = claim(NO_CODE).asString();
        sql("UPDATE claim_code SET expires_at = now() WHERE device_id = $1");
        for (String code : List.of(used, replaced, expired, "no code at all")) {
            Response answer = claim(code);
            assertProblem(answer, 401, "CLAIM_REFUSED");
            assertThat(answer.asString()).isEqualTo(wrong);
        }
        String disabled = code();
        Given.await(Given.bean(RegisterDevices.class).disable(device.device()));
        assertThat(claim(disabled).asString()).isEqualTo(wrong);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () ->
                                assertThat(Given.told(new UUID(0, 0)))
                                        .contains(DeviceEventKind.DEVICE_EVENT_KIND_SECURITY));
    }

    private void sql(String text) {
        Given.await(pool.preparedQuery(text).execute(Tuple.of(device.device())));
    }

    @Test
    void aCodeWaitsUntilThereIsRoomForACredential() {
        String code = code();
        UUID first = Given.await(rotate.of(device.device())).orElseThrow().getFirst().id();
        Given.await(rotate.another(device.device(), "desk"));
        assertProblem(claim(code), 409, "TWO_CREDENTIALS");
        Given.await(rotate.revoke(device.device(), first, "desk"));
        assertThat(claim(code).statusCode()).isEqualTo(200);
    }

    @Test
    void aCodeOutlivesARevocationAndEndsWithItsDeviceOrAtTheDesksWord() {
        String kept = code();
        UUID first = Given.await(rotate.of(device.device())).orElseThrow().getFirst().id();
        Given.await(rotate.revoke(device.device(), first, "desk"));
        assertThat(claim(kept).statusCode()).isEqualTo(200);
        String ended = code();
        assertThat(Given.await(devices.end(device.device()))).contains(device.device());
        assertProblem(claim(ended), 401, "CLAIM_REFUSED");
        String last = code();
        Given.await(Given.bean(RegisterDevices.class).disable(device.device()));
        sql("UPDATE device SET disabled_at = NULL WHERE id = $1");
        assertProblem(claim(last), 401, "CLAIM_REFUSED");
        assertThat(Given.await(devices.end(UUID.randomUUID()))).isEmpty();
    }

    @Test
    void whoMistypesOrHasToWaitForRoomLosesNoAttempt() {
        String code = code();
        Given.await(rotate.another(device.device(), "desk"));
        for (int i = 0; i < ATTEMPTS + 1; i++) {
            assertProblem(claim(code), 409, "TWO_CREDENTIALS");
            assertProblem(claim("2222-2222-2222-2223"), 401, "CLAIM_REFUSED");
            assertThat(post("{").statusCode()).isEqualTo(400);
        }
        assertProblem(claim(NO_CODE), 401, "CLAIM_REFUSED");
    }

    @Test
    void whoGuessesHasToWait() {
        String code = code();
        for (int i = 0; i < ATTEMPTS; i++) {
            assertThat(claim(NO_CODE).statusCode()).isEqualTo(401);
        }
        Response late = claim(code);
        assertProblem(late, 429, "RATE_LIMITED");
        assertThat(Integer.parseInt(late.header("Retry-After"))).isBetween(1, 61);
        forgetAttempts();
        assertThat(claim(code).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|400|UNREADABLE",
                "{|400|UNREADABLE",
                "[]|400|UNREADABLE",
                "{} {}|400|UNREADABLE",
                "{\"claimCode\":\"a\",\"claimCode\":\"b\"}|400|UNREADABLE",
                "{\"claimCode\":\"\\u0000\"}|400|UNREADABLE",
                "{\"claimCode\":\"\\ud800\"}|400|UNREADABLE",
                "{}|400|MISSING_FIELD",
                "{\"claimCode\":null}|400|MISSING_FIELD",
                "{\"claimCode\":1}|400|INVALID_FIELD",
                "{\"claimCode\":[]}|400|INVALID_FIELD",
                "{\"claimCode\":\"\"}|400|INVALID_FIELD"
            })
    void whatIsNoClaimIsRefusedAsThat(String body, int status, String code) {
        assertProblem(post(body), status, code);
    }

    @Test
    void whatIsTooLongOrOfAnotherTypeIsRefusedAsThat() {
        assertProblem(claim("2".repeat(300)), 400, "INVALID_FIELD");
        assertProblem(claim("2".repeat(3000)), 413, "BODY_TOO_LARGE");
        Response xml =
                given().contentType("application/xml").body("<a/>").post("/telemetry/v1/claim");
        assertProblem(xml, 415, "UNSUPPORTED_MEDIA_TYPE");
    }
}
