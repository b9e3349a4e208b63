package org.homeward.simulator.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.homeward.simulator.platform.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleReaderTest {
    private static final String PERSON =
            """
            {"fullUrl":"urn:uuid:p1","resource":{"resourceType":"Patient","id":"p1","gender":"female",
             "birthDate":"1950-03-01","name":[{"family":"Born","given":["X"],"use":"maiden"},
             {"family":"Wed","given":["X","Y"],"use":"official"}],
             "identifier":[{"system":"urn:s","value":"1"},{"value":"no system"}]}}""";
    private static final String PULSE =
            """
            {"resource":{"resourceType":"Observation","id":"o1","status":"final",
             "category":[{"coding":[{"code":"vital-signs"}]}],
             "code":{"coding":[{"system":"http://loinc.org","code":"8867-4"}]},
             "subject":{"reference":"urn:uuid:p1"},"effectiveDateTime":"2020-01-02T03:04:05+01:00",
             "valueQuantity":{"value":72.50,"code":"/min"}}}""";

    @TempDir private Path folder;

    @Test
    void aCompressedFileGivesItsSupportedVitalSignsAndWhyOthersAreNot() throws Exception {
        PatientBundle bundle = fixture();

        assertThat(bundle.vitalSigns()).hasSize(10);
        assertThat(bundle.passedOver().get(Choice.Reason.NOT_SUPPORTED))
                .containsEntry("39156-5", 2)
                .containsEntry("72514-3", 2)
                .hasSize(2);
        assertThat(bundle.passedOver().get(Choice.Reason.NOT_VITAL_SIGNS)).containsKey("2339-0");
        assertThat(bundle.earliest()).isEqualTo(Instant.parse("2011-01-28T06:00:21Z"));
    }

    @Test
    void theDeadAreRegisteredWithTheTimeOfDeath() throws Exception {
        assertThat(fixture().person().registration().path("deceasedAt").asText())
                .isEqualTo("2012-10-25T06:00:21Z");
    }

    @Test
    void theOfficialNameAndIdentifiersWithASystemAreRegistered() throws Exception {
        JsonNode body = read(bundleOf(PERSON, PULSE)).person().registration();

        assertThat(body)
                .isEqualTo(
                        Json.parse(
                                """
                                {"name":{"family":"Wed","given":["X","Y"]},"birthDate":"1950-03-01",
                                 "sex":"female","identifiers":[{"system":"urn:s","value":"1"}]}"""));
    }

    @Test
    void aDecimalKeepsItsTrailingZero() throws Exception {
        assertThat(read(bundleOf(PERSON, PULSE)).vitalSigns().getFirst().toString())
                .contains("\"value\":72.50");
    }

    @Test
    void thePersonMayComeAfterTheObservations() throws Exception {
        assertThat(read(bundleOf(PULSE, PERSON)).vitalSigns()).hasSize(1);
    }

    @Test
    void theAssignmentBeginsBeforeBirth() throws Exception {
        PatientBundle bundle = read(bundleOf(PERSON, PULSE));

        assertThat(bundle.person().before(bundle.earliest()))
                .isEqualTo(Instant.parse("1950-02-28T00:00:00Z"));
    }

    @Test
    void anObservationAboutSomebodyElseIsPassedOver() throws Exception {
        PatientBundle bundle =
                read(
                        bundleOf(
                                PERSON,
                                PULSE.replace(
                                        "\"reference\":\"urn:uuid:p1\"",
                                        "\"reference\":\"Patient/2\"")));

        assertThat(bundle.vitalSigns()).isEmpty();
        assertThat(bundle.passedOver()).containsKey(Choice.Reason.OTHER_SUBJECT);
    }

    @Test
    void anObservationInErrorOrWithoutValueOrIdIsPassedOver() {
        ObjectNode pulse = (ObjectNode) Json.parse(PULSE).path("resource");

        assertThat(Choice.of(pulse.deepCopy().put("status", "entered-in-error")))
                .isEqualTo(new Choice.PassOver("8867-4", Choice.Reason.NOT_FINAL));
        assertThat(Choice.of(pulse.deepCopy().without("valueQuantity")))
                .isEqualTo(new Choice.PassOver("8867-4", Choice.Reason.NO_VALUE));
        assertThat(Choice.of(pulse.deepCopy().without("id")))
                .isEqualTo(new Choice.PassOver("8867-4", Choice.Reason.NO_ID));
    }

    @Test
    void aFileThatIsNoBundleIsRefusedInOneLine() throws Exception {
        assertUnreadable("{\"resourceType\":\"Patient\"}", "not a FHIR bundle");
        assertUnreadable("[]", "not a FHIR bundle");
        assertUnreadable("", "not a FHIR bundle");
        assertUnreadable(bundleOf(PULSE), "no patient in the bundle");
        assertUnreadable(bundleOf(PERSON, PERSON), "more than one patient in the bundle");
        assertUnreadable(bundleOf(PERSON) + "{}", "something follows the bundle");
        assertUnreadable(bundleOf(PERSON, PULSE).substring(0, 300), "not JSON, or cut short");
    }

    @Test
    void aCutOrMissingCompressedFileIsRefusedInOneLine() throws Exception {
        byte[] whole = compressed().readAllBytes();
        Path file = folder.resolve("cut.json.gz");
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));

        assertThatThrownBy(() -> BundleReader.read(file))
                .isInstanceOf(BundleReader.Unreadable.class);
        assertThatThrownBy(() -> BundleReader.read(folder.resolve("none")))
                .hasMessage("no such file");
    }

    @Test
    void batchesHaveAtMostAHundredEntriesInOrder() throws Exception {
        JsonNode pulse = Json.parse(PULSE).path("resource");
        List<JsonNode> observations = Collections.nCopies(250, pulse);

        assertThat(BundleImport.batches(observations))
                .extracting(List::size)
                .containsExactly(100, 100, 50);
    }

    private void assertUnreadable(String content, String message) throws IOException {
        Path file = folder.resolve("file.json");
        Files.writeString(file, content);
        assertThatThrownBy(() -> BundleReader.read(file))
                .isInstanceOf(BundleReader.Unreadable.class)
                .hasMessageStartingWith(message);
    }

    private static String bundleOf(String... entries) {
        return "{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":["
                + String.join(",", entries)
                + "]}";
    }

    private static PatientBundle read(String json) throws Exception {
        return BundleReader.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }

    private static InputStream compressed() {
        return Objects.requireNonNull(
                BundleReaderTest.class.getResourceAsStream(
                        "/org/homeward/simulator/bundle.json.gz"));
    }

    private static PatientBundle fixture() throws Exception {
        try (InputStream in = new GZIPInputStream(compressed())) {
            return BundleReader.read(new ByteArrayInputStream(in.readAllBytes()));
        }
    }
}
