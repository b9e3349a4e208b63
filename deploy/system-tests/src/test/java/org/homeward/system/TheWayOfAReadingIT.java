package org.homeward.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.homeward.simulator.device.HttpLink;
import org.homeward.simulator.device.Outcome;
import org.homeward.simulator.platform.Gateway;
import org.homeward.simulator.platform.Json;
import org.junit.jupiter.api.Test;

/// The main job, from the device's post to the clinician's screen and back.
class TheWayOfAReadingIT {
    private static final TheStack STACK = TheStack.get();
    private static final String GP = "00000000-0000-4000-8000-000000000005";

    @Test
    void anAcceptedReadingIsShownToTheTeam() {
        Bed bed = new Bed(STACK);

        assertThat(bed.send(Bed.PULSE, "72", "/min")).isEqualTo(new Outcome.Acknowledged());

        String readings = bed.path("/readings?code=" + Bed.PULSE);
        TheStack.await(
                "the reading is stored",
                20,
                () -> bed.get("nurse", readings).path("items").size() == 1);
        JsonNode reading = bed.get("nurse", readings).path("items").path(0);
        assertThat(reading.path("value").decimalValue()).isEqualByComparingTo("72");
        assertThat(reading.path("timeQuality").asText()).isEqualTo("exact");
        assertThat(reading.path("validity").asText()).isEqualTo("valid");
    }

    @Test
    void lowOxygenBecomesAnExplainedAlertATaskAnActivityAndALineOnTheFeed() {
        Bed bed = new Bed(STACK);
        try (Feed feed = Feed.open(STACK, "nurse")) {
            JsonNode found = bed.lowOxygen();
            String id = found.path("id").asText();

            JsonNode alert = bed.get("nurse", "/api/v1/alerts/" + id);
            assertThat(alert.path("rule").path("id").asText()).isEqualTo("default/spo2-low");
            assertThat(alert.path("sentence").asText()).contains("89");
            assertThat(alert.path("evidence").path("readings")).hasSizeGreaterThanOrEqualTo(2);
            TheStack.await(
                    "a task is open",
                    20,
                    () -> !bed.get("nurse", "/api/v1/tasks?alertId=" + id).path("items").isEmpty());
            TheStack.await(
                    "the plan has an activity",
                    20,
                    () -> bed.get("nurse", bed.path("/care-plan")).toString().contains(id));
            TheStack.await(
                    "the feed tells it",
                    20,
                    () -> !feed.data(bed.patientId().toString(), "AlertRaised").isEmpty());
        }
    }

    @Test
    void aCorrectedAssignmentGivesReadingsAndTheirAlertToThePatientWhoHadTheDevice() {
        Bed wrong = new Bed(STACK);
        Bed right = new Bed(STACK);
        String alert = "/api/v1/alerts/" + wrong.lowOxygen().path("id").asText();
        JsonNode device =
                wrong.get("nurse", "/api/v1/devices?patientId=" + wrong.patientId())
                        .path("items")
                        .path(0);
        JsonNode assignment = device.path("assignments").path(0);
        String path =
                "/api/v1/devices/%s/assignments/%s"
                        .formatted(device.path("id").asText(), assignment.path("id").asText());
        ObjectNode patch =
                Json.object()
                        .put("patientId", right.patientId().toString())
                        .put("reason", "kits were swapped");

        Gateway.Answer corrected = STACK.gateway().patch("nurse", path, patch, "\"1\"");

        assertThat(corrected.status()).as(corrected.body().toString()).isEqualTo(200);
        TheStack.await(
                "the right patient's alert is open", 20, () -> !right.openAlerts().isEmpty());
        TheStack.await("the wrong one is closed", 20, () -> wrong.openAlerts().isEmpty());
        assertThat(wrong.get("nurse", alert).toString()).contains("source-corrected");
        assertThat(wrong.get("nurse", wrong.path("/readings")).path("items")).isEmpty();
        assertThat(right.get("nurse", right.path("/readings")).path("items")).hasSize(2);
        assertThat(STACK.gateway().patch("nurse", path, patch, "\"1\"").status()).isEqualTo(412);
    }

    @Test
    void anAlertIsAcknowledgedOnceAndResolvedByAPhysician() {
        Bed bed = new Bed(STACK);
        String path = "/api/v1/alerts/" + bed.lowOxygen().path("id").asText();

        Gateway.Answer first = bed.act("nurse", path + "/acknowledge", note("seen"));
        Gateway.Answer second = bed.act("physician", path + "/acknowledge", note("me too"));
        Gateway.Answer byNurse = bed.act("nurse", path + "/resolve", resolution());
        Gateway.Answer byPhysician = bed.act("physician", path + "/resolve", resolution());

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.body().path("status").asText()).isEqualTo("acknowledged");
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.body().path("by").asText()).isNotEmpty();
        assertThat(second.body().path("at").asText()).isNotEmpty();
        assertThat(byNurse.status()).isEqualTo(403);
        assertThat(byPhysician.status()).isEqualTo(200);
        TheStack.await("nothing is open any more", 20, () -> bed.openAlerts().isEmpty());
        assertThat(bed.get("nurse", path).path("status").asText()).isEqualTo("closed");
    }

    @Test
    void whatACriticalAlertStandsOnIsVoidedByTwoPeopleAndWhoActedOnItLooksAgain() {
        Bed bed = new Bed(STACK);
        shareWithTheGp(bed);
        String alert = bed.lowOxygen().path("id").asText();
        String tasks = "/api/v1/tasks?alertId=" + alert;
        ObjectNode toTheGp = note("please call").put("assignee", GP);
        Gateway.must(
                bed.act("nurse", "/api/v1/alerts/" + alert + "/assign", toTheGp), "it is given");
        JsonNode evidence = bed.get("nurse", "/api/v1/alerts/" + alert).path("evidence");
        String reading =
                bed.path("/readings/" + evidence.path("readings").path(0).path("id").asText());

        voidByTwo(bed, reading);

        TheStack.await(
                "the alert is gone with its source",
                20,
                () ->
                        bed.get("nurse", "/api/v1/alerts/" + alert)
                                .path("closeReason")
                                .asText()
                                .equals("source-corrected"));
        TheStack.await(
                "who acted on it is asked to look again",
                20,
                () ->
                        bed.get("gp", tasks).path("items").findValues("kind").stream()
                                .anyMatch(kind -> kind.asText().equals("review-correction")));
        assertThat(bed.get("gp", tasks + "&assignee=" + GP).toString())
                .contains("review-correction");
    }

    private static void voidByTwo(Bed bed, String reading) {
        Gateway.Answer asked = bed.act("physician", reading + "/void", note("cold finger"));
        assertThat(asked.status()).isEqualTo(202);
        assertThat(bed.get("nurse", reading).path("validity").asText()).isEqualTo("valid");
        String look = reading + "/second-looks/" + asked.body().path("id").asText() + "/confirm";
        assertThat(bed.act("physician", look, note("sure")).status()).isEqualTo(403);
        assertThat(bed.act("nurse", look, note("agreed")).status()).isEqualTo(200);
    }

    private static void shareWithTheGp(Bed bed) {
        ObjectNode share =
                Json.object()
                        .put("practitionerId", GP)
                        .put("purpose", "care")
                        .put("until", Instant.now().plus(Duration.ofDays(1)).toString());
        Gateway.must(bed.act("nurse", bed.path("/shares"), share), "a share");
    }

    @Test
    void anotherTeamsPatientIsUnknown() {
        Bed bed = new Bed(STACK);
        String alert = "/api/v1/alerts/" + bed.lowOxygen().path("id").asText();

        assertThat(bed.status("nurse2", bed.path(""))).isEqualTo(404);
        assertThat(bed.status("nurse2", bed.path("/readings"))).isEqualTo(404);
        assertThat(bed.status("nurse2", alert)).isEqualTo(404);
        assertThat(bed.act("nurse2", alert + "/acknowledge", note("x")).status()).isEqualTo(404);
    }

    @Test
    void aGpSeesAPatientOnlyWhileItIsShared() throws Exception {
        Bed bed = new Bed(STACK);
        assertThat(bed.status("gp", bed.path(""))).isEqualTo(404);

        ObjectNode share =
                Json.object()
                        .put("practitionerId", GP)
                        .put("purpose", "care")
                        .put("until", Instant.now().plus(Duration.ofDays(1)).toString());
        JsonNode made = Gateway.must(bed.act("nurse", bed.path("/shares"), share), "a share");
        assertThat(bed.status("gp", bed.path(""))).isEqualTo(200);
        assertThat(bed.status("gp", bed.path("/readings"))).isEqualTo(200);

        int ended =
                STACK.gateway()
                        .delete("nurse", bed.path("/shares/" + made.path("id").asText()))
                        .status();
        assertThat(ended).isEqualTo(204);
        assertThat(bed.status("gp", bed.path(""))).isEqualTo(404);
    }

    @Test
    void aChangedThresholdTakesEffectWithinSeconds() {
        Bed bed = new Bed(STACK);
        bed.send(Bed.PULSE, "95", "/min");
        Gateway.Answer plan = STACK.gateway().get("physician", bed.path("/care-plan"));
        ObjectNode changed = plan.body().deepCopy();
        changed.putArray("thresholds").addObject().put("code", Bed.PULSE).put("high", 90);
        changed.put("reason", "beta blocker");

        assertThat(put("nurse", bed, changed, plan.etag()).status()).isEqualTo(403);
        assertThat(put("physician", bed, changed, plan.etag()).status()).isEqualTo(200);
        assertThat(put("physician", bed, changed, plan.etag()).status()).isEqualTo(412);

        TheStack.await(
                "readings in the default range alert",
                10,
                () -> {
                    bed.send(Bed.PULSE, "95", "/min");
                    return !bed.openAlerts().isEmpty();
                });
        assertThat(bed.openAlerts().path(0).path("rule").path("id").asText())
                .matches("plan/.*/high");
    }

    @Test
    void aStrangersTokenIsRefusedAtTheDeviceEdge() {
        HttpLink stranger =
                new HttpLink(HttpClient.newHttpClient(), STACK.place().ingest(), "not-a-token");

        assertThat(stranger.send(List.of())).isEqualTo(new Outcome.Refused("status 401"));
    }

    private static Gateway.Answer put(String user, Bed bed, ObjectNode plan, String etag) {
        return STACK.gateway().put(user, bed.path("/care-plan"), plan, etag);
    }

    private static ObjectNode note(String text) {
        return Json.object().put("note", text);
    }

    private static ObjectNode resolution() {
        return Json.object().put("outcome", "treated").put("note", "oxygen given");
    }
}
