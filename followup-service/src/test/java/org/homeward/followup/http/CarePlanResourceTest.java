package org.homeward.followup.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.homeward.followup.http.Ward.nurse;
import static org.homeward.followup.http.Ward.path;
import static org.homeward.followup.http.Ward.physician;
import static org.homeward.followup.http.Ward.plan;
import static org.homeward.followup.http.Ward.putPlan;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeward.followup.db.Cursor;
import org.homeward.kit.test.RealStack;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = RealStack.class,
        initArgs = {
            @ResourceArg(name = "schema", value = "followup"),
            @ResourceArg(name = "keycloak", value = "true")
        })
class CarePlanResourceTest {
    private static final String SPO2 = "{\"code\":\"59408-5\",\"low\":88.0}";

    @Test
    void aNewPatientHasVersionOneWithTheDefaultPackAndNothingDue() {
        UUID id = Ward.register("Noël");
        nurse().get(path(id, "/care-plan"))
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("version", equalTo(1))
                .body("state", equalTo("active"))
                .body("packs", equalTo(java.util.List.of("default")))
                .body("measurements", hasSize(0))
                .body("thresholds", hasSize(0))
                .body("activities", hasSize(0));
    }

    @Test
    void aPhysiciansThresholdIsStampedAndKeepsItsScale() {
        UUID id = Ward.register("Noël");
        String answer =
                putPlan(physician(), id, 1, plan(SPO2, "COPD"))
                        .then()
                        .statusCode(200)
                        .header("ETag", "\"2\"")
                        .body("thresholds[0].author", equalTo(Ward.PHYSICIAN))
                        .body("thresholds[0].origin", equalTo("patient"))
                        .body("thresholds[0].id", notNullValue())
                        .body("thresholds[0].from", notNullValue())
                        .body("thresholds[0].reason", equalTo("COPD"))
                        .body("relation.monitoring", equalTo("monitored"))
                        .extract()
                        .asString();
        assertThat(answer).contains("\"low\":88.0");
        nurse().get(path(id, "")).then().body("status", equalTo("monitored"));
        assertThat(nurse().get(path(id, "/care-plan")).asString()).contains("\"low\":88.0");
    }

    @Test
    void aPlanReadAndSentBackChangesNothing() {
        UUID id = Ward.register("Noël");
        putPlan(physician(), id, 1, plan(SPO2, "COPD")).then().statusCode(200);
        String read = nurse().get(path(id, "/care-plan")).asString();
        putPlan(nurse(), id, 2, read).then().statusCode(200).body("version", equalTo(2));
    }

    @Test
    void aChangeNeedsThePresentVersion() {
        UUID id = Ward.register("Noël");
        physician().body(plan(SPO2, "COPD")).put(path(id, "/care-plan")).then().statusCode(428);
        putPlan(physician(), id, 9, plan(SPO2, "COPD")).then().statusCode(412);
    }

    @Test
    void aNurseMayNotTouchThresholdsButMeasurements() {
        UUID id = Ward.register("Noël");
        putPlan(nurse(), id, 1, plan(SPO2, "COPD"))
                .then()
                .statusCode(403)
                .body("code", equalTo("THRESHOLDS_NEED_PHYSICIAN"));
        putPlan(nurse(), id, 1, plan("", "")).then().statusCode(200);
    }

    @Test
    void aGpMayNotChangeThePlan() {
        UUID id = Ward.register("Noël");
        putPlan(Ward.as("gp", Ward.GP), id, 1, plan("", "")).then().statusCode(403);
    }

    @Test
    void lowAboveHighAndAMissingReasonAreRefusedWithTheirPaths() {
        UUID id = Ward.register("Noël");
        putPlan(physician(), id, 1, plan("{\"code\":\"8480-6\",\"low\":140,\"high\":100}", "x"))
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("thresholds[0].low"));
        putPlan(physician(), id, 1, plan(SPO2, ""))
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("reason"));
    }

    @Test
    void aNumberThatIsNoneOrEndlessIsRefused() {
        UUID id = Ward.register("Noël");
        for (String low : new String[] {"1e999999999", "\"88\"", "NaN", "1".repeat(400)}) {
            putPlan(physician(), id, 1, plan("{\"code\":\"59408-5\",\"low\":" + low + "}", "x"))
                    .then()
                    .statusCode(400);
        }
    }

    @Test
    void everyVersionIsKept() {
        UUID id = Ward.register("Noël");
        putPlan(physician(), id, 1, plan(SPO2, "COPD")).then().statusCode(200);
        putPlan(physician(), id, 2, plan("", "none any more")).then().statusCode(200);
        nurse().get(path(id, "/care-plan/versions"))
                .then()
                .body("items.version", equalTo(java.util.List.of(3, 2, 1)))
                .body("items[1].reason", equalTo("COPD"))
                .body("items[1].author", equalTo(Ward.PHYSICIAN));
    }

    @Test
    void theTimelineTellsOfPlansAndShares() {
        UUID id = Ward.register("Noël");
        putPlan(physician(), id, 1, plan(SPO2, "COPD")).then().statusCode(200);
        nurse().get(path(id, "/timeline"))
                .then()
                .statusCode(200)
                .body(
                        "items.kind",
                        equalTo(java.util.List.of("thresholds-changed", "patient-registered")))
                .body("items[0].text.fr", equalTo("Seuils modifiés"));
        String next = nurse().get(path(id, "/timeline?limit=1")).path("next");
        nurse().queryParam("cursor", next)
                .get(path(id, "/timeline?limit=1"))
                .then()
                .body("items.kind", equalTo(java.util.List.of("patient-registered")));
        nurse().get(path(id, "/timeline?cursor=rubbish")).then().statusCode(400);
    }

    @Test
    void theFollowUpOfSomebodyDischargedTakesNoPlan() {
        UUID id = Ward.register("Noël");
        nurse().header("If-Match", "\"1\"")
                .body("{\"status\":\"discharged\"}")
                .patch(path(id, ""))
                .then()
                .statusCode(200);
        putPlan(physician(), id, 2, plan(SPO2, "COPD"))
                .then()
                .statusCode(409)
                .body("code", equalTo("PLAN_ENDED"));
    }

    @Test
    void aTimeThatNoDatabaseHoldsIsNoTime() {
        UUID id = Ward.register("Noël");
        for (String time : new String[] {"+999999999-12-31T23:59:59Z", "-999999999-01-01T00:00Z"}) {
            nurse().queryParam("from", time).get(path(id, "/timeline")).then().statusCode(400);
            nurse().queryParam("to", time).get(path(id, "/timeline")).then().statusCode(400);
        }
        String cursor = new Cursor(Instant.MAX, "1").text();
        nurse().queryParam("cursor", cursor).get(path(id, "/timeline")).then().statusCode(400);
        String never = SPO2.replace("}", ",\"to\":\"+999999999-12-31T23:59:59Z\"}");
        putPlan(physician(), id, 1, plan(never, "COPD")).then().statusCode(400);
    }

    @Test
    void tenThousandPatientsCanBeAskedFor() {
        UUID id = Ward.register("Noël");
        String others =
                Stream.generate(() -> "\"" + UUID.randomUUID() + "\"")
                        .limit(9_999)
                        .collect(Collectors.joining(","));
        for (String list : new String[] {"patients", "tasks"}) {
            nurse().body("{\"patientIds\":[" + others + ",\"" + id + "\"]}")
                    .post("/internal/v1/" + list + "/search")
                    .then()
                    .statusCode(200);
        }
    }
}
