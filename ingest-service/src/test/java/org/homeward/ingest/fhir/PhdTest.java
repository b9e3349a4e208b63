package org.homeward.ingest.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeward.ingest.fhir.PhdBodies.absent;
import static org.homeward.ingest.fhir.PhdBodies.bundle;
import static org.homeward.ingest.fhir.PhdBodies.coding;
import static org.homeward.ingest.fhir.PhdBodies.entry;
import static org.homeward.ingest.fhir.PhdBodies.quantity;
import static org.homeward.ingest.fhir.PhdBodies.saturation;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.homeward.ingest.json.Refused;
import org.homeward.ingest.sent.SentReading;
import org.homeward.ingest.sent.SentTime;
import org.homeward.ingest.sent.SentValue;
import org.homeward.ingest.sent.Special;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The HL7 guide for personal health devices as far as it is taken.
class PhdTest {
    private static final UUID DEVICE = new UUID(1, 1);
    private static final String TIME = "2026-11-22T10:00:00+01:00";

    /// The device is six minutes behind.
    private static final String BEHIND =
            """
            "effectiveDateTime":"2026-11-22T10:05:00.25+01:00",\
            "valueDateTime":"2026-11-22T09:59:00+01:00\"""";

    private static Observed read(String body) throws Refused {
        return BundleJson.bundle(source(body), 1000).of(DEVICE);
    }

    private static Source source(String body) throws Refused {
        return Source.of(body.getBytes(StandardCharsets.UTF_8));
    }

    private static SentReading one(String observation) throws Refused {
        Observed single = BundleJson.single(source(observation)).of(DEVICE);
        assertThat(single.faults()).isEmpty();
        return single.readings().getFirst();
    }

    private static String fault(String observation) throws Refused {
        Observed single = BundleJson.single(source(observation)).of(DEVICE);
        assertThat(single.readings()).isEmpty();
        return single.faults().getFirst().code();
    }

    private static String withValue(String value) {
        return saturation(TIME, value);
    }

    @Test
    void anUploadHasItsReadingsAndWhatStandsBesideThem() throws Refused {
        Observed upload = read(PhdBodies.upload("transaction", TIME, BEHIND));
        assertThat(upload.faults()).isEmpty();
        assertThat(upload.readings()).extracting(SentReading::index).containsExactly(2, 3);
        assertThat(upload.readings())
                .extracting(r -> r.code().value())
                .containsExactly("150456", "150020");
        assertThat(upload.readings().getFirst().value())
                .isEqualTo(new SentValue.Amount(new BigDecimal("97"), "%"));
        assertThat(upload.readings().getLast().components()).hasSize(3);
        assertThat(upload.report().firmware()).isEqualTo("0.9C");
    }

    /// The hub has moved the readings to its own time: what it added is said, not added again.
    @Test
    void theHubsCorrectionIsKnownAndNotMadeTwice() throws Refused {
        Observed upload = read(PhdBodies.upload("batch", TIME, BEHIND));
        assertThat(upload.readings())
                .allSatisfy(
                        r -> {
                            assertThat(r.time().at()).isEqualTo("2026-11-22T09:00:00Z");
                            assertThat(r.time().precision()).isEqualTo(SentTime.Precision.INSTANT);
                            assertThat(r.context()).containsEntry("clockOffsetSeconds", "360.25");
                        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"valueDateTime\":\"2026-11-22T10:00:00+01:00\"",
                "\"effectiveDateTime\":\"2026-11-22T10:00:00+01:00\",\"valueQuantity\":{\"value\":3723456000,\"code\":\"us\"}"
            })
    void aBetterClockAndACounterNeedNoOffset(String clock) throws Refused {
        Observed upload = read(PhdBodies.upload("batch", TIME, clock));
        assertThat(upload.readings())
                .allSatisfy(
                        r -> {
                            assertThat(r.context()).isEmpty();
                            assertThat(r.time().precision()).isEqualTo(SentTime.Precision.INSTANT);
                        });
    }

    @Test
    void theTimesOfAClockThatCouldNotBeReadAreNotTrusted() throws Refused {
        String fault = "\"effectiveDateTime\":\"2026-11-22T10:00:00+01:00\"," + absent("unknown");
        Observed upload = read(PhdBodies.upload("batch", TIME, fault));
        assertThat(upload.readings())
                .extracting(r -> r.time().precision())
                .containsOnly(SentTime.Precision.UNTRUSTED);
        Observed broken = read(PhdBodies.upload("batch", TIME, "\"valueDateTime\":\"noon\""));
        assertThat(broken.faults()).extracting("index").containsExactly(4);
        assertThat(broken.readings())
                .extracting(r -> r.time().precision())
                .containsOnly(SentTime.Precision.UNTRUSTED);
    }

    @Test
    void twoClocksOfOneNameAreNoneAndAClockAloneIsNoReading() throws Refused {
        String clock = entry("clock", PhdBodies.clock(BEHIND));
        Observed twice =
                read(bundle("batch", clock, clock, entry("x", withValue(quantity("97", "%")))));
        assertThat(twice.readings().getFirst().time().precision())
                .isEqualTo(SentTime.Precision.UNTRUSTED);
        assertThat(fault(PhdBodies.clock(BEHIND))).isEqualTo("NOT_SUPPORTED");
    }

    /// The resource's id is a label of its Bundle.
    @Test
    void aMessageIsKnownByTheGuidesIdentifierOfWhichOnlyAHashStays() throws Refused {
        SentReading reading = one(withValue(quantity("97", "%")));
        assertThat(reading.messageId()).startsWith("sha-256:").hasSize(72);
        String other = withValue(quantity("97", "%")).replace("-97-", "-98-");
        assertThat(one(other).messageId()).isNotEqualTo(reading.messageId());
        String none = withValue(quantity("97", "%")).replace("\"identifier\"", "\"other\"");
        assertThat(one(none).messageId()).isEmpty();
    }

    @Test
    void whoThePatientIsGoesNoFurther() throws Refused {
        String sent = PhdBodies.upload("transaction", TIME, BEHIND);
        assertThat(sent).contains(PhdBodies.NAME);
        Source source = source(sent);
        assertThat(new String(source.bytes(), StandardCharsets.UTF_8))
                .doesNotContain(PhdBodies.NAME)
                .contains("0.9C", "urn:uuid:patient");
        BundleJson bundle = BundleJson.bundle(source, 9);
        assertThat(bundle.entries().noted()).containsExactlyInAnyOrder(0, 1, 4);
        assertThat(bundle.entries().nodes().toString()).doesNotContain(PhdBodies.NAME);
    }

    @Test
    void whatNamesNobodyIsKeptAsItCame() throws Refused {
        byte[] body = FhirPost.observation("final", TIME, "72").getBytes(StandardCharsets.UTF_8);
        assertThat(Source.of(body).bytes()).isSameAs(body);
    }

    @ParameterizedTest
    @CsvSource({
        "not-a-number,NOT_A_NUMBER",
        "error,NOT_A_NUMBER",
        "positive-infinity,ABOVE_RANGE",
        "negative-infinity,BELOW_RANGE"
    })
    void specialValuesAreKeptAsWhatTheyAre(String reason, Special special) throws Refused {
        assertThat(one(withValue(absent(reason))).value()).isEqualTo(new SentValue.Marked(special));
    }

    @Test
    void aPrintedBinaryNumberIsTaken() throws Refused {
        SentReading reading = one(withValue(quantity("96.599999999999994", "%")));
        assertThat(reading.value()).isEqualTo(new SentValue.Amount(new BigDecimal("96.6"), "%"));
    }

    @Test
    void whatTheDeviceThinksOfItsMeasurementIsSaid() throws Refused {
        String doubted =
                withValue(
                        quantity("97", "%")
                                + ",\"interpretation\":[{\"coding\":[{\"system\":"
                                + "\"http://hl7.org/fhir/uv/pocd/CodeSystem/measurement-status\","
                                + "\"code\":\"questionable\"}]}]");
        assertThat(one(doubted).context()).containsEntry("measurementStatus", "questionable");
        String test =
                withValue(quantity("97", "%"))
                        .replace("\"meta\":{", "\"meta\":{\"security\":[{\"code\":\"HTEST\"}],");
        assertThat(fault(test)).isEqualTo("NEVER_CHARTED");
    }

    @Test
    void aControlSolutionIsNeverGlucoseWhateverElseItIsCalled() throws Refused {
        String glucose = withValue(quantity("100", "mg/dL"));
        String good = coding("150456", "2708-6");
        assertThat(one(glucose.replace(good, coding("160184", "2339-0"))).code().value())
                .isEqualTo("160184");
        String reversed =
                """
                "code":{"coding":[{"system":"http://loinc.org","code":"2339-0"},\
                {"system":"urn:iso:std:iso:11073:10101","code":"160208"}]}""";
        assertThat(one(glucose.replace(good, reversed)).code().value()).isEqualTo("160208");
        assertThat(fault(glucose.replace(good, coding("150456", "8867-4"))))
                .isEqualTo("AMBIGUOUS_CODE");
    }

    @Test
    void aResourceOfAnotherKindIsRefusedAlone() throws Refused {
        Observed mixed =
                read(
                        bundle(
                                "batch",
                                entry("a", "{\"resourceType\":\"Medication\"}"),
                                entry("b", withValue(quantity("97", "%")))));
        assertThat(mixed.faults()).extracting("code").containsExactly("NOT_SUPPORTED");
        assertThat(mixed.readings()).hasSize(1);
    }
}
