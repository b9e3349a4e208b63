package org.homeward.ingest.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.homeward.ingest.http.Gateway.as;
import static org.homeward.ingest.http.Gateway.with;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.homeward.ingest.Cursor;
import org.homeward.ingest.Given;
import org.homeward.ingest.registry.VirtualDevices;
import org.homeward.kit.test.RealStack;
import org.homeward.kit.test.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The internal routes with real tokens, as the gateway calls them.
@QuarkusTest
@QuarkusTestResource(
        value = RealStack.class,
        restrictToAnnotatedClass = true,
        initArgs = {
            @ResourceArg(name = "schema", value = "ingest"),
            @ResourceArg(name = "keycloak", value = "true")
        })
class InternalApiIT
        implements AssignmentRoutes,
                ChartRoutes,
                CorrectionRoutes,
                SecondLookRoutes,
                IdentityRoutes,
                QualityRoutes,
                HubRoutes,
                TraceRoutes,
                RedriveRoutes,
                DeskRoutes,
                OldEventsRoutes {
    private static final Instant NOW = Given.now();

    @Test
    void aDeviceIsRegisteredAssignedAndHeard() {
        Given.Worn device = registered();
        String path = "/internal/v1/devices/" + device.device();
        String assignment =
                "{\"patientId\":\"%s\",\"from\":\"%s\"}"
                        .formatted(device.patient(), NOW.minusSeconds(86400));
        assertThat(as("nurse").body(assignment).post(path + "/assignments").statusCode())
                .isEqualTo(201);
        Response again = as("nurse").body(assignment).post(path + "/assignments");
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.jsonPath().getString("code")).isEqualTo("ASSIGNMENT_OVERLAPS");
        Given.post(device, "{\"battery\":55," + Given.pulse("72.0", NOW).substring(1));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () ->
                                assertThat(as("nurse").get(path).asString())
                                        .contains("\"battery\":55"));
        Response shown = as("nurse").get(path);
        assertThat(shown.jsonPath().getString("assignments[0].patientId"))
                .isEqualTo(device.patient().toString());
        assertThat(shown.asString()).doesNotContain("token");
    }

    @Test
    void aDisabledDeviceIsShownAsThatAndTurnedAway() {
        Given.Worn device = registered();
        String path = "/internal/v1/devices/" + device.device();
        assertThat(as("device-admin").post(path + "/disable").jsonPath().getString("status"))
                .isEqualTo("disabled");
        assertThat(Given.post(device, Given.pulse("72", NOW)).statusCode()).isEqualTo(401);
    }

    @Test
    void aDeviceChangesOverFromOneCredentialToTheNext() {
        Given.Worn device = registered();
        String path = "/internal/v1/devices/" + device.device() + "/credentials";
        Response no = as("device-admin").body("{\"certificate\":\"\\u0000\"}").post(path);
        assertRefused(no, 422, "INVALID_CERTIFICATE");
        Response made = as("device-admin").post(path);
        assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
        assertThat(made.header("Cache-Control")).isEqualTo("no-store");
        Given.Worn next =
                new Given.Worn(
                        device.device(), made.jsonPath().getString("token"), device.patient());
        assertThat(Given.post(device, Given.pulse("72", NOW)).statusCode()).isEqualTo(202);
        assertThat(Given.post(next, Given.pulse("72", NOW)).statusCode()).isEqualTo(202);
        assertRefused(as("device-admin").post(path), 409, "TWO_CREDENTIALS");
        Response listed = as("device-admin").get(path);
        assertThat(listed.jsonPath().getList("items.status")).containsExactly("active", "ending");
        assertThat(listed.jsonPath().getList("items.kind")).containsOnly("token");
        assertThat(listed.jsonPath().getList("items.madeBy")).containsOnly("person-1");
        assertThat(listed.asString()).doesNotContain("\"token\":", "ash", next.token());
        String older = made.jsonPath().getString("replaces.id");
        assertThat(as("device-admin").delete(path + "/" + older).statusCode()).isEqualTo(204);
        assertThat(as("device-admin").delete(path + "/" + older).statusCode()).isEqualTo(204);
        assertThat(Given.post(device, Given.pulse("72", NOW)).statusCode()).isEqualTo(401);
        assertThat(Given.post(next, Given.pulse("72", NOW)).statusCode()).isEqualTo(202);
        assertThat(as("device-admin").post(path).statusCode()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-id", "%00", "00000000-0000-4000-a000-00000000dead"})
    void anUnknownDeviceHasNoCredentials(String id) {
        String path = "/internal/v1/devices/" + id + "/credentials";
        RequestSpecification desk = as("device-admin").urlEncodingEnabled(false);
        assertRefused(desk.get(path), 404, "NOT_FOUND");
        assertRefused(desk.post(path), 404, "NOT_FOUND");
        assertRefused(desk.delete(path + "/" + UUID.randomUUID()), 404, "NOT_FOUND");
    }

    @Test
    void anotherDevicesCredentialIsUnknownAndADisabledDeviceGetsNone() {
        Given.Worn device = registered();
        Given.Worn other = registered();
        String devices = "/internal/v1/devices/";
        String id =
                as("device-admin")
                        .get(devices + device.device() + "/credentials")
                        .jsonPath()
                        .getString("items[0].id");
        Response theirs =
                as("device-admin").delete(devices + other.device() + "/credentials/" + id);
        assertRefused(theirs, 404, "NOT_FOUND");
        assertThat(Given.post(device, Given.pulse("72", NOW)).statusCode()).isEqualTo(202);
        as("device-admin").post(devices + device.device() + "/disable");
        Response refused = as("device-admin").post(devices + device.device() + "/credentials");
        assertRefused(refused, 409, "DEVICE_DISABLED");
    }

    @Test
    void theLabelOfAKitGetsItsCodeOnce() {
        Given.Worn device = registered();
        String path = "/internal/v1/devices/" + device.device() + "/claim-code";
        Response made = as("device-admin").post(path);
        assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
        assertThat(made.header("Cache-Control")).isEqualTo("no-store");
        assertThat(made.jsonPath().getString("claimCode")).hasSize(19);
        assertThat(as("nurse").post(path).statusCode()).isEqualTo(403);
        String unknown = "/internal/v1/devices/" + UUID.randomUUID() + "/claim-code";
        assertRefused(as("device-admin").post(unknown), 404, "NOT_FOUND");
        assertThat(as("nurse").delete(path).statusCode()).isEqualTo(403);
        assertThat(as("device-admin").delete(path).statusCode()).isEqualTo(204);
        assertThat(as("device-admin").delete(path).statusCode()).isEqualTo(204);
        assertRefused(as("device-admin").delete(unknown), 404, "NOT_FOUND");
        as("device-admin").post("/internal/v1/devices/" + device.device() + "/credentials");
        assertRefused(as("device-admin").post(path), 409, "TWO_CREDENTIALS");
        as("device-admin").post("/internal/v1/devices/" + device.device() + "/disable");
        assertRefused(as("device-admin").post(path), 409, "DEVICE_DISABLED");
    }

    private static void assertRefused(Response answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.jsonPath().getString("code")).isEqualTo(code);
    }

    @Test
    void aProfileIsWrittenAndGivenToADevice() {
        String id = "oximeter-" + UUID.randomUUID();
        String path = "/internal/v1/device-profiles/" + id;
        String body =
                "{\"name\":\"Oximeter\",\"keys\":{\"o2\":{\"code\":\"59408-5\",\"unit\":\"%\"}}}";
        assertThat(as("nurse").body(body).put(path).statusCode()).isEqualTo(403);
        String wrong = body.replace("59408-5", "1234-5");
        assertThat(as("device-admin").body(wrong).put(path).statusCode()).isEqualTo(422);
        assertThat(as("device-admin").body("{}").put(path).statusCode()).isEqualTo(400);
        Response made = as("device-admin").body(body).put(path);
        assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
        assertThat(as("device-admin").body(body).put(path).statusCode()).isEqualTo(428);
        Response stale = as("device-admin").header("If-Match", "\"7\"").body(body).put(path);
        assertThat(stale.statusCode()).isEqualTo(412);
        Response changed =
                as("device-admin").header("If-Match", made.header("ETag")).body(body).put(path);
        assertThat(changed.header("ETag")).isEqualTo("\"2\"");
        assertThat(as("device-admin").get(path).jsonPath().getString("keys.o2.code"))
                .isEqualTo("59408-5");
        assertThat(as("device-admin").get("/internal/v1/device-profiles").asString()).contains(id);
        assertGiven(id);
    }

    private static void assertGiven(String id) {
        Response device =
                as("device-admin")
                        .body("{\"profile\":\"" + id + "\"}")
                        .post("/internal/v1/devices");
        assertThat(device.jsonPath().getString("profile")).isEqualTo(id);
        String one = "/internal/v1/devices/" + device.jsonPath().getString("id");
        assertThat(change(one, "\"none-such\"").statusCode()).isEqualTo(422);
        assertThat(change(one, "null").jsonPath().getString("profile")).isNull();
        assertThat(change(one, "\"" + id + "\"").jsonPath().getString("profile")).isEqualTo(id);
        assertThat(change(one, "\"a\\u0000b\"").statusCode()).isEqualTo(400);
        assertThat(change("/internal/v1/devices/" + UUID.randomUUID(), "null").statusCode())
                .isEqualTo(404);
        assertThat(as("device-admin").body("{}").patch(one).statusCode()).isEqualTo(400);
    }

    private static Response change(String path, String profile) {
        return as("device-admin").body("{\"profile\":" + profile + "}").patch(path);
    }

    private static Given.Worn registered() {
        Response made =
                as("device-admin")
                        .body("{\"kind\":\"scale\",\"serial\":\"s-1\"}")
                        .post("/internal/v1/devices");
        assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
        return new Given.Worn(
                UUID.fromString(made.jsonPath().getString("id")),
                made.jsonPath().getString("token"),
                UUID.randomUUID());
    }

    @Test
    void readingsComeNewestFirstPageByPage() {
        Given.Worn device = Given.worn();
        for (int i = 0; i < 5; i++) {
            Given.post(device, Given.pulse("7" + i + ".0", NOW.plusMillis(i)));
        }
        String path = "/internal/v1/patients/" + device.patient() + "/readings";
        await().atMost(Duration.ofSeconds(20))
                .until(() -> as("nurse").get(path).jsonPath().getList("items").size() == 5);
        Response first = as("nurse").get(path + "?limit=3&code=8867-4");
        assertThat(first.asString()).contains("\"value\":74.0");
        Response rest =
                as("nurse").get(path + "?limit=3&cursor=" + first.jsonPath().getString("next"));
        assertThat(rest.jsonPath().getList("items")).hasSize(2);
        assertThat(rest.jsonPath().getString("next")).isNull();
        String id = first.jsonPath().getString("items[0].id");
        assertThat(as("nurse").get(path + "/" + id).statusCode()).isEqualTo(200);
        assertThat(as("nurse").get("/internal/v1/readings/" + id).statusCode()).isEqualTo(200);
        String elsewhere = "/internal/v1/patients/" + UUID.randomUUID() + "/readings/" + id;
        assertThat(as("nurse").get(elsewhere).statusCode()).isEqualTo(404);
        assertThat(as("nurse").get(path + "?code=1234-5").statusCode()).isEqualTo(400);
        assertThat(as("nurse").get(path + "?cursor=x").statusCode()).isEqualTo(400);
        assertThat(as("nurse").get(path + "?limit=0").statusCode()).isEqualTo(400);
        assertThat(as("nurse").get(path + "?from=yesterday").statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+999999999-12-31T23:59:59Z", "-999999999-01-01T00:00:00Z"})
    void aTimeThatNoStoreHoldsIsNoTime(String time) {
        String path = "/internal/v1/patients/" + UUID.randomUUID() + "/readings";
        for (String name : new String[] {"from", "to"}) {
            Response answer = as("nurse").queryParam(name, time).get(path);
            assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
            assertThat(answer.jsonPath().getString("code")).isEqualTo("INVALID_PARAMETER");
        }
        String cursor = new Cursor(Instant.parse(time), UUID.randomUUID()).text();
        assertThat(as("nurse").queryParam("cursor", cursor).get(path).statusCode()).isEqualTo(400);
        String body = "{\"patientId\":\"" + UUID.randomUUID() + "\",\"from\":\"" + time + "\"}";
        Response assigned =
                as("nurse")
                        .body(body)
                        .post("/internal/v1/devices/" + registered().device() + "/assignments");
        assertThat(assigned.statusCode()).as(assigned.asString()).isEqualTo(400);
    }

    @Test
    void aReasonThatIsNoTextIsNoReason() {
        Response answer =
                as("device-admin").queryParam("reason", "A\0").get("/internal/v1/refusals");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
    }

    @Test
    void aPersonEntersReadingsByHand() {
        UUID patient = UUID.randomUUID();
        String path = "/internal/v1/patients/" + patient + "/readings";
        Response entered = as("nurse").body(Given.pulse("72", NOW)).post(path);
        assertThat(entered.statusCode()).as(entered.asString()).isEqualTo(202);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> as("nurse").get(path).jsonPath().getList("items").size() == 1);
        assertThat(as("nurse").body(Given.pulse("\"x\"", NOW)).post(path).statusCode())
                .isEqualTo(400);
        assertThat(as("nurse").body("{").post(path).statusCode()).isEqualTo(400);
    }

    @Test
    void whatAPersonEntersAndIsRefusedIsKeptWithItsReason() {
        UUID patient = UUID.randomUUID();
        Instant now = Given.now();
        UUID device = Given.await(Given.bean(VirtualDevices.class).of("person-1", patient, now));
        String good = Given.pulse("72", NOW);
        assertRefused(patient, good.replace("8867-4", "1234-5"), 422, "UNKNOWN_CODE");
        assertRefused(patient, good.replace("/min", "mm[Hg]"), 422, "UNCONVERTIBLE_UNIT");
        assertRefused(patient, good.replace("/min", "\\u0000"), 400, "UNREADABLE");
        assertRefused(patient, "{", 400, "UNREADABLE");
        assertRefused(patient, " ".repeat(300_000), 413, "BODY_TOO_LARGE");
        String many = "{\"readings\":[1" + ",1".repeat(1000) + "]}";
        assertRefused(patient, many, 413, "TOO_MANY_READINGS");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () ->
                                assertThat(reasons(device))
                                        .containsExactlyInAnyOrder(
                                                "UNKNOWN_CODE",
                                                "UNCONVERTIBLE_UNIT",
                                                "UNREADABLE",
                                                "UNREADABLE",
                                                "BODY_TOO_LARGE",
                                                "TOO_MANY_READINGS"));
    }

    private static List<String> reasons(UUID device) {
        return Given.refusals(device, null).stream().flatMap(r -> r.reasons().stream()).toList();
    }

    private static void assertRefused(UUID patient, String body, int status, String code) {
        String path = "/internal/v1/patients/" + patient + "/readings";
        assertRefused(as("nurse").body(body).post(path), status, code);
    }

    @Test
    void anotherMediaTypeIsNotTakenFromAPerson() {
        Response answer =
                as("nurse")
                        .contentType("application/xml")
                        .body("<readings/>")
                        .post("/internal/v1/patients/" + UUID.randomUUID() + "/readings");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(415);
        assertThat(answer.contentType()).startsWith("application/problem+json");
    }

    @Test
    void everyRouteAsksForItsRole() {
        assertThat(as("nurse").body("{}").post("/internal/v1/devices").statusCode()).isEqualTo(403);
        String credentials = "/internal/v1/devices/" + UUID.randomUUID() + "/credentials";
        assertThat(as("ops-admin").get(credentials).statusCode()).isEqualTo(403);
        assertThat(as("nurse").post(credentials).statusCode()).isEqualTo(403);
        assertThat(as("nurse").delete(credentials + "/" + UUID.randomUUID()).statusCode())
                .isEqualTo(403);
        assertThat(as("nurse").get("/internal/v1/conservation").statusCode()).isEqualTo(403);
        assertThat(as("nurse").get("/internal/v1/refusals").statusCode()).isEqualTo(403);
        String readings = "/internal/v1/patients/" + UUID.randomUUID() + "/readings";
        assertThat(as("auditor").body(Given.pulse("72", NOW)).post(readings).statusCode())
                .isEqualTo(403);
    }

    @Test
    void theAccountsAreOpenToThoseWhoKeepThem() {
        Given.Worn device = Given.worn();
        Given.post(device, "{garbage");
        String path = "/internal/v1/refusals?deviceId=" + device.device();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> as("device-admin").get(path).jsonPath().getList("items").size() == 1);
        assertThat(as("device-admin").get(path).asString()).contains("\"payload\"");
        assertThat(as("auditor").get(path).asString()).doesNotContain("\"payload\"");
        assertThat(
                        as("ops-admin")
                                .get("/internal/v1/conservation")
                                .jsonPath()
                                .getLong("unaccounted"))
                .isZero();
    }

    @Test
    void noOtherTokenOpensAnyRoute() {
        String path = "/internal/v1/devices";
        assertThat(given().get(path).statusCode()).isEqualTo(401);
        assertThat(given().auth().oauth2("garbage").get(path).statusCode()).isEqualTo(401);
        assertThat(given().auth().oauth2(Tokens.user("nurse")).get(path).statusCode())
                .isEqualTo(401);
        assertThat(Tokens.forged())
                .allSatisfy(
                        token -> {
                            Response answer = given().auth().oauth2(token).get(path);
                            assertThat(answer.statusCode()).isEqualTo(401);
                        });
        Given.Worn device = Given.worn();
        assertThat(given().auth().oauth2(device.token()).get(path).statusCode()).isEqualTo(401);
    }

    @Test
    void anExpiredTokenOfTheGatewayOpensNoRoute() {
        String path = "/internal/v1/devices";
        String lasting = Tokens.gatewayServiceUntil(Instant.now().plusSeconds(120));
        assertThat(with(lasting, "nurse").get(path).statusCode()).isEqualTo(200);
        Response answer =
                with(Tokens.gatewayServiceUntil(Instant.now().minusSeconds(120)), "nurse")
                        .get(path);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.contentType()).startsWith("application/problem+json");
    }
}
