package org.homeward.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.homeward.events.Topics;
import org.homeward.events.Uuids;
import org.homeward.simulator.bench.meter.Lag;
import org.homeward.simulator.bundle.BundleImport;
import org.homeward.simulator.bundle.BundleReader;
import org.homeward.simulator.bundle.FileReport;
import org.junit.jupiter.api.Test;

/// A real file of a person who has died, imported through the platform's own doors.
class ImportIT {
    private static final String FILE = "bundle.json.gz";

    /// Which codes of the file are vital signs that the platform supports, by hand.
    private static final Set<String> SUPPORTED =
            Set.of("8302-2", "29463-7", "85354-9", "8867-4", "9279-1");

    private static final TheStack STACK = TheStack.get();

    @Test
    void anImportStoresExactlyTheFilesSupportedVitalSignsAndRaisesNoLiveAlert() throws Exception {
        FileReport report = run();

        assertThat(report.accepted()).isEqualTo(report.sent()).isEqualTo(inFile().size());
        TheStack.await(
                "all readings are stored",
                20,
                () -> stored(report.patientId()).size() == inFile().size());
        assertThat(stored(report.patientId())).isEqualTo(inFile());
        assertThat(everythingIsEvaluated()).isTrue();
        assertThat(eventsOf(report.patientId(), Topics.READINGS)).isPositive();
        assertThat(eventsOf(report.patientId(), Topics.ALERTS)).isZero();
    }

    private static long eventsOf(UUID patientId, String topic) {
        byte[] key = Uuids.toKey(patientId);
        return new TopicReader(STACK.config().kafkaBootstrap())
                .all(topic).stream().filter(event -> Arrays.equals(event.key(), key)).count();
    }

    private static boolean everythingIsEvaluated() {
        try (Lag lag = new Lag(STACK.config().kafkaBootstrap())) {
            return lag.awaitNone(Duration.ofSeconds(30));
        }
    }

    @Test
    void anImportOfTheSameFileAgainChangesNothing() throws Exception {
        FileReport first = run();
        Set<String> before = stored(first.patientId());

        FileReport second = run();

        assertThat(second.patientId()).isEqualTo(first.patientId());
        assertThat(second.patientIsNew()).isFalse();
        assertThat(second.accepted()).isEqualTo(second.sent());
        assertThat(stored(first.patientId())).isEqualTo(before);
    }

    @Test
    void whoHasDiedReadsNotMonitored() throws Exception {
        JsonNode patient = get("/api/v1/patients/" + run().patientId());

        assertThat(patient.path("status").asText()).isEqualTo("not monitored");
        assertThat(patient.path("statusReason").asText()).isEqualTo("deceased");
    }

    private static FileReport run() throws Exception {
        BundleImport bundleImport = new BundleImport(STACK.http(), STACK.place(), STACK.registry());
        return bundleImport.run(FILE, BundleReader.read(file()));
    }

    private static JsonNode get(String path) {
        return STACK.gateway().get("nurse", path).body();
    }

    /// Every reading as text: code, instant, values.
    private static Set<String> stored(UUID patientId) {
        Set<String> readings = new TreeSet<>();
        String path = "/api/v1/patients/" + patientId + "/readings?limit=1000";
        for (JsonNode item : get(path).path("items")) {
            readings.add(
                    line(
                            item.path("code").asText(),
                            Instant.parse(item.path("measuredAt").asText()),
                            item.has("value")
                                    ? List.of(number(item.path("value")))
                                    : item.path("components")
                                            .valueStream()
                                            .map(c -> component(c.path("code"), c.path("value")))
                                            .toList()));
        }
        return readings;
    }

    private static Set<String> inFile() {
        Set<String> readings = new TreeSet<>();
        for (JsonNode entry : bundle().path("entry")) {
            JsonNode o = entry.path("resource");
            JsonNode category = o.path("category").path(0).path("coding").path(0).path("code");
            String code = o.path("code").path("coding").path(0).path("code").asText();
            if (category.asText().equals("vital-signs") && SUPPORTED.contains(code)) {
                readings.add(
                        line(
                                code,
                                OffsetDateTime.parse(o.path("effectiveDateTime").asText())
                                        .toInstant(),
                                o.has("valueQuantity")
                                        ? List.of(number(o.path("valueQuantity").path("value")))
                                        : components(o)));
            }
        }
        return readings;
    }

    private static List<String> components(JsonNode observation) {
        return observation
                .path("component")
                .valueStream()
                .map(
                        c ->
                                component(
                                        c.path("code").path("coding").path(0).path("code"),
                                        c.path("valueQuantity").path("value")))
                .toList();
    }

    private static String line(String code, Instant at, List<String> values) {
        return code + " " + at + " " + values.stream().sorted().toList();
    }

    private static String component(JsonNode code, JsonNode value) {
        return code.asText() + "=" + number(value);
    }

    private static String number(JsonNode value) {
        return new BigDecimal(value.asText()).stripTrailingZeros().toPlainString();
    }

    private static JsonNode bundle() {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file()))) {
            return Objects.requireNonNull(new ObjectMapper().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file() {
        return STACK.config()
                .home()
                .root()
                .resolve("deploy/simulator/src/test/resources/org/homeward/simulator")
                .resolve(FILE);
    }
}
