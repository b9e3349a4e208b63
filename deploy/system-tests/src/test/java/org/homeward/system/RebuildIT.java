package org.homeward.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.homeward.launcher.platform.Rebuild;
import org.homeward.simulator.device.HttpLink;
import org.homeward.simulator.device.Measurement;
import org.homeward.simulator.device.Outcome;
import org.homeward.simulator.platform.Gateway;
import org.homeward.simulator.platform.Json;
import org.junit.jupiter.api.Test;

/// The store that is built again from the log is the same to the byte, with all that the other
/// tests have sent to it and did about it.
class RebuildIT {
    private static final TheStack STACK = TheStack.get();

    @Test
    void theLogHoldsTheStore() throws SQLException {
        Bed bed = withReadings();
        voidOne(bed);
        sendHistory(bed);
        giveToAnother(withReadings());
        Rebuild rebuild = new Rebuild(STACK.config());

        List<Rebuild.Part> parts = rebuild.run();

        assertThat(parts).allMatch(Rebuild.Part::same);
        assertThat(parts).allMatch(part -> part.after().items() > 0);
        changeOneValue();
        assertThat(rebuild.compare())
                .filteredOn(part -> !part.same())
                .extracting(Rebuild.Part::name)
                .containsExactly("readings");
    }

    private static void changeOneValue() throws SQLException {
        try (Connection connection = STACK.database("ingest");
                Statement statement = connection.createStatement()) {
            int changed =
                    statement.executeUpdate(
                            """
                            UPDATE %1$s.reading_row SET value = value + 1 WHERE reading_id =
                              (SELECT reading_id FROM %1$s.reading WHERE value IS NOT NULL LIMIT 1)
                            """
                                    .formatted(Rebuild.SCHEMA));
            assertThat(changed).isEqualTo(1);
        }
    }

    /// A day that is rolled up, a conflict that is refused, and a reading of a day when the device
    /// was nobody's.
    private static void sendHistory(Bed bed) {
        Instant first = Instant.now().truncatedTo(ChronoUnit.DAYS).minus(4, ChronoUnit.DAYS);
        HttpLink link =
                new HttpLink(
                        STACK.http().client(),
                        STACK.place().ingest(),
                        STACK.registry()
                                .device("rebuild", "oximeter", bed.patientId(), first)
                                .token());
        List<Measurement> day = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            day.add(pulse("h" + i, "66.5", first.plus(i, ChronoUnit.MINUTES)));
        }
        day.add(pulse("early", "67", first.minus(1, ChronoUnit.DAYS)));
        assertThat(link.send(day)).isEqualTo(new Outcome.Acknowledged());
        assertThat(link.send(List.of(pulse("h0", "68", first))))
                .isEqualTo(new Outcome.Acknowledged());
        TheStack.await("the last is refused", 20, () -> stored("refusal") > 0);
    }

    private static Measurement pulse(String id, String value, Instant at) {
        return Measurement.of(
                id, new Measurement.Value(Bed.PULSE, new BigDecimal(value), "/min"), at);
    }

    private static long stored(String table) {
        try (Connection connection = STACK.database("ingest");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM ingest." + table)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static Bed withReadings() {
        Bed bed = new Bed(STACK);
        for (String value : List.of("70", "71", "72", "72")) {
            bed.send(Bed.PULSE, value, "/min");
        }
        TheStack.await("the readings are stored", 20, () -> readings(bed).size() == 4);
        return bed;
    }

    private static JsonNode readings(Bed bed) {
        return bed.get("nurse", bed.path("/readings")).path("items");
    }

    private static void voidOne(Bed bed) {
        String id = readings(bed).path(0).path("id").asText();
        Gateway.must(
                bed.act(
                        "nurse",
                        bed.path("/readings/" + id + "/void"),
                        Json.object().put("note", "a visitor")),
                "a voiding");
    }

    private static void giveToAnother(Bed wrong) {
        Bed right = new Bed(STACK);
        JsonNode device =
                wrong.get("nurse", "/api/v1/devices?patientId=" + wrong.patientId())
                        .path("items")
                        .path(0);
        String path =
                "/api/v1/devices/%s/assignments/%s"
                        .formatted(
                                device.path("id").asText(),
                                device.path("assignments").path(0).path("id").asText());
        ObjectNode patch =
                Json.object()
                        .put("patientId", right.patientId().toString())
                        .put("reason", "kits were swapped");
        Gateway.must(STACK.gateway().patch("nurse", path, patch, "\"1\""), "a correction");
        TheStack.await("they are the other's", 20, () -> readings(right).size() == 4);
    }
}
