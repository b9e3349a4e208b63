package org.homeward.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.homeward.launcher.Component;
import org.homeward.simulator.platform.Json;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// What a newcomer sees after `./homeward up`: a ward that lives, and one patient who gets worse.
class WardIT {
    private static final TheStack STACK = TheStack.get();

    @AfterAll
    static void theOtherTestsHaveTheStackForThemselves() {
        STACK.stack().stop(Component.WARD);
    }

    @Test
    void aWardKilledWhileItFillsIsFilledAtTheNextStartAndOnePatientGetsWorse() throws Exception {
        STACK.stack().start(Component.WARD);
        TheStack.await("the first device is assigned", 60, WardIT::someDeviceAssigned);
        STACK.stack().kill(Component.WARD);
        assertThat(STACK.stack().ready(Component.WARD)).isFalse();
        forgetTheAssignments();

        STACK.stack().start(Component.WARD);
        STACK.stack().awaitReady(Component.WARD);

        String path = "/api/v1/alerts?status=open&patientId=" + whoGetsWorse();
        TheStack.await("the worklist has an alert", 150, () -> !get(path).path("items").isEmpty());
        String id = get(path).path("items").path(0).path("id").asText();
        JsonNode alert = get("/api/v1/alerts/" + id);
        assertThat(alert.path("sentence").asText()).isNotBlank();
        assertThat(alert.path("evidence").path("readings")).isNotEmpty();
    }

    private static boolean someDeviceAssigned() {
        try {
            return Files.exists(book()) && Files.readString(book()).contains("\"assigned\":true");
        } catch (IOException e) {
            return false;
        }
    }

    /// What a kill between the assignment of a device and the note of it leaves behind.
    private static void forgetTheAssignments() throws IOException {
        ObjectNode devices = (ObjectNode) Json.parse(Files.readString(book()));
        devices.forEach(device -> ((ObjectNode) device).put("assigned", false));
        Files.writeString(book(), devices.toString());
    }

    private static Path book() {
        return STACK.config().data().resolve("simulated-devices.json");
    }

    private static String whoGetsWorse() {
        return get("/api/v1/patients?limit=100")
                .path("items")
                .valueStream()
                .filter(patient -> patient.path("identifiers").toString().contains("\"A-02\""))
                .map(patient -> patient.path("id").asText())
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode get(String path) {
        return STACK.gateway().get("nurse", path).body();
    }
}
