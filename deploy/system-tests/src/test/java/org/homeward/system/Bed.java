package org.homeward.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.homeward.simulator.SimulatedPatients;
import org.homeward.simulator.body.Scenario;
import org.homeward.simulator.device.HttpLink;
import org.homeward.simulator.device.Measurement;
import org.homeward.simulator.device.Outcome;
import org.homeward.simulator.platform.Gateway;
import org.homeward.simulator.platform.Json;

/// A patient of team A with one device, for one test.
final class Bed {
    static final String SPO2 = "59408-5";
    static final String PULSE = "8867-4";

    private static final AtomicLong SEEDS = new AtomicLong(1_000);

    private final TheStack stack;
    private final SimulatedPatients.Admitted admitted;
    private int sent;

    Bed(TheStack stack) {
        this.stack = stack;
        this.admitted =
                new SimulatedPatients(
                                stack.registry(), "nurse", SEEDS.incrementAndGet(), Instant.now())
                        .admit(0, Scenario.STABLE);
    }

    UUID patientId() {
        return admitted.patientId();
    }

    String deviceToken() {
        return admitted.device().token();
    }

    /// Sends one reading measured now.
    Outcome send(String code, String value, String unit) {
        Measurement.Value one = new Measurement.Value(code, new BigDecimal(value), unit);
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        HttpLink link =
                new HttpLink(
                        stack.http().client(), stack.place().ingest(), admitted.device().token());
        return link.send(List.of(Measurement.of("b" + ++sent, one, now)));
    }

    String path(String rest) {
        return "/api/v1/patients/" + patientId() + rest;
    }

    JsonNode get(String user, String path) {
        return Gateway.must(stack.gateway().get(user, path), path);
    }

    int status(String user, String path) {
        return stack.gateway().get(user, path).status();
    }

    Gateway.Answer act(String user, String path, ObjectNode body) {
        return stack.gateway().post(user, path, body);
    }

    /// Links the record to the login of the user `patient`, as their own.
    void isOfTheUserPatient() {
        ObjectNode relation =
                Json.object()
                        .put("kind", "self")
                        .put("subject", "00000000-0000-4000-8000-000000000001")
                        .put("purpose", "care")
                        .put("until", Instant.now().plus(1, ChronoUnit.DAYS).toString());
        Gateway.must(act("nurse", path("/relations"), relation), "a relation");
    }

    JsonNode openAlerts() {
        return get("nurse", "/api/v1/alerts?status=open&patientId=" + patientId()).path("items");
    }

    /// Two low saturations; returns the alert they raise.
    JsonNode lowOxygen() {
        send(SPO2, "90", "%");
        send(SPO2, "89", "%");
        TheStack.await("an alert arises", 20, () -> !openAlerts().isEmpty());
        return openAlerts().path(0);
    }
}
