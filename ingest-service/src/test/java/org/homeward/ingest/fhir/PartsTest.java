package org.homeward.ingest.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.homeward.ingest.fhir.HubBodies.bundle;
import static org.homeward.ingest.fhir.HubBodies.device;
import static org.homeward.ingest.fhir.HubBodies.entry;
import static org.homeward.ingest.fhir.HubBodies.pulse;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.homeward.ingest.device.Hub;
import org.homeward.ingest.device.Hub.Charge;
import org.homeward.ingest.json.Refused;
import org.homeward.ingest.reading.Refusal;
import org.homeward.ingest.sent.Path;
import org.homeward.ingest.sent.SentReading;
import org.homeward.ingest.sent.Verdict.Turned;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Whose the parts of a hub's body are.
class PartsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final UUID HUB = new UUID(9, 9);
    private static final UUID SCALE = new UUID(1, 1);
    private static final UUID CUFF = new UUID(2, 2);
    private static final UUID GONE = new UUID(3, 3);
    private static final Hub HOME =
            new Hub(
                    HUB,
                    "H-1",
                    null,
                    List.of(
                            new Charge(SCALE, "S-1", "Scale", NOW, null),
                            new Charge(CUFF, "C-1", "Cuff", NOW, null),
                            new Charge(GONE, "G-1", "Gone", NOW.minusSeconds(9), NOW)));
    private static final Hub NONE = new Hub(HUB, null, null, List.of());

    private static Refusal.Sent sent(String body) {
        return new Refusal.Sent(
                HUB, Path.FHIR, Outcomes.TYPE, body.getBytes(StandardCharsets.UTF_8), NOW);
    }

    private static BundleJson read(String body) throws Refused {
        Source source = Source.of(body.getBytes(StandardCharsets.UTF_8));
        return body.contains("\"Bundle\"")
                ? BundleJson.bundle(source, 100)
                : BundleJson.single(source);
    }

    private static List<Parts.Part> parts(String body, Hub hub) throws Refused {
        return Parts.of(read(body), sent(body), hub);
    }

    private static List<Integer> indices(Parts.Part part) {
        return part.observed().readings().stream().map(SentReading::index).toList();
    }

    @Test
    void anObservationIsTheDevicesThatItNamesById() throws Refused {
        String body = pulse(SCALE, "72", NOW);
        assertThat(read(body).entries().nameAnother(HUB)).isTrue();
        Parts.Part part = parts(body, HOME).getFirst();
        assertThat(part.sent().deviceId()).isEqualTo(SCALE);
        assertThat(part.sent().relayedBy()).isEqualTo(HUB);
        assertThat(part.observed().faults()).isEmpty();
        assertThat(indices(part)).containsExactly(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"serialNumber\":\"S-1\"",
                "\"id\":\"x\",\"deviceName\":[{\"name\":\"Scale\",\"type\":\"user-friendly-name\"}]",
                "\"id\":\"00000000-0000-0001-0000-000000000001\"",
                "\"id\":\"00000000-0000-0077-0000-000000000077\",\"serialNumber\":\"S-1\"",
            })
    void aBundleIsTheOneDevicesThatItsDeviceResourceMeans(String fields) throws Refused {
        String body =
                bundle(
                        "transaction",
                        entry("a", pulse("urn:uuid:d", "72", NOW)),
                        entry("b", pulse("urn:uuid:d", "73", NOW)),
                        entry("d", device(fields)));
        assertThat(read(body).entries().nameAnother(HUB)).isTrue();
        List<Parts.Part> parts = parts(body, HOME);
        assertThat(parts).hasSize(1);
        assertThat(parts.getFirst().sent().deviceId()).isEqualTo(SCALE);
        assertThat(parts.getFirst().sent().body()).isEqualTo(sent(body).body());
        assertThat(indices(parts.getFirst())).containsExactly(0, 1);
    }

    @Test
    void aDeviceIsReferredToByItsIdInTheBundleToo() throws Refused {
        String id = "00000000-0000-0077-0000-000000000077";
        String named = device("\"id\":\"" + id + "\",\"serialNumber\":\"C-1\"");
        String body =
                bundle("batch", entry("d", named), entry("a", pulse("Device/" + id, "7", NOW)));
        assertThat(parts(body, HOME).getFirst().sent().deviceId()).isEqualTo(CUFF);
        assertThat(parts(body, HOME).getFirst().observed().faults()).isEmpty();
    }

    private static String several() {
        return bundle(
                "batch",
                entry("s", device("S-1", "1.0")),
                entry("c", device("C-1", "2.0")),
                entry("1", pulse("urn:uuid:c", "71", NOW)),
                entry("2", pulse("urn:uuid:s", "72", NOW)),
                entry("3", pulse("urn:uuid:c", "73", NOW)),
                entry("4", FhirPost.observation("final", NOW.toString(), "74")),
                entry("5", pulse(GONE, "75", NOW)),
                entry("6", "{\"resourceType\":\"Medication\"}"));
    }

    @Test
    void aBatchOfSeveralIsTakenApartAndEachPartHasWhatBelongsToIt() throws Refused {
        List<Parts.Part> parts = parts(several(), HOME);
        assertThat(parts).extracting(p -> p.sent().deviceId()).containsExactly(CUFF, SCALE, HUB);
        assertThat(parts).extracting(p -> p.sent().relayedBy()).containsExactly(HUB, HUB, null);
        assertThat(parts)
                .extracting(PartsTest::indices)
                .containsExactly(List.of(2, 4), List.of(3), List.of(5));
        assertThat(parts)
                .extracting(p -> p.observed().report().firmware())
                .containsExactly("2.0", "1.0", null);
        assertThat(parts.getLast().observed().faults())
                .extracting(Turned::index, Turned::code)
                .containsExactly(
                        tuple(7, "NOT_SUPPORTED"), tuple(6, Refusal.NOT_AUTHORISED_FOR_DEVICE));
        for (int i = 0; i < parts.size(); i++) {
            String kept = new String(parts.get(i).sent().body(), StandardCharsets.UTF_8);
            assertThat(read(kept).entries().nodes()).hasSize(List.of(3, 2, 3).get(i));
        }
    }

    /// What is kept of a part is read as that part was.
    @Test
    void aPartHasItsClock() throws Refused {
        String behind =
                "\"effectiveDateTime\":\"2026-11-22T10:05:00Z\","
                        + "\"valueDateTime\":\"2026-11-22T09:59:00Z\"";
        String body =
                bundle(
                        "batch",
                        entry("oximeter", device("\"serialNumber\":\"S-1\"")),
                        entry("clock", PhdBodies.clock(behind)),
                        entry("a", pulse(CUFF, "72", NOW)),
                        entry(
                                "b",
                                PhdBodies.saturation(
                                        NOW.toString(), PhdBodies.quantity("97", "%"))));
        Parts.Part part = parts(body, HOME).getLast();
        assertThat(parts(body, HOME))
                .filteredOn(p -> p.sent().deviceId().equals(SCALE))
                .singleElement()
                .satisfies(
                        p -> {
                            assertThat(p.observed().readings().getFirst().context())
                                    .containsEntry("clockOffsetSeconds", "360");
                            String kept = new String(p.sent().body(), StandardCharsets.UTF_8);
                            assertThat(read(kept).of(SCALE).readings().getFirst().context())
                                    .containsEntry("clockOffsetSeconds", "360");
                        });
        assertThat(indices(part)).isEmpty();
    }

    @Test
    void aTransactionOfSeveralIsRefusedWholeAndSaysWhatToDo() {
        String body =
                bundle(
                        "transaction",
                        entry("1", pulse(SCALE, "72", NOW)),
                        entry("2", pulse(CUFF, "73", NOW)));
        assertThatThrownBy(() -> parts(body, HOME))
                .isInstanceOfSatisfying(
                        Refused.class,
                        e -> {
                            assertThat(e.status()).isEqualTo(422);
                            assertThat(e.code()).isEqualTo("SEVERAL_DEVICES");
                            assertThat(e.detail()).contains("one transaction for each device");
                        });
    }

    @ParameterizedTest
    @CsvSource({
        "Device/00000000-0000-0003-0000-000000000003, ''",
        "urn:uuid:d, '\"serialNumber\":\"G-1\"'",
        "urn:uuid:d, '\"serialNumber\":\"unknown\"'",
        "urn:uuid:d, '\"id\":\"00000000-0000-0003-0000-000000000003\"'",
        "urn:uuid:d, '\"serialNumber\":\"X\",\"deviceName\":[{\"name\":\"Scale\"}]'",
    })
    void whatAHubMayNotSpeakForIsRefusedAndIsNotItsOwn(String reference, String fields)
            throws Refused {
        String beside = fields.isEmpty() ? "\"id\":\"x\"" : fields;
        String body =
                bundle(
                        "batch",
                        entry("d", device(beside)),
                        entry("1", pulse(reference, "72", NOW)));
        List<Parts.Part> parts = parts(body, HOME);
        assertThat(parts).hasSize(1);
        assertThat(parts.getFirst().sent().deviceId()).isEqualTo(HUB);
        assertThat(parts.getFirst().sent().relayedBy()).isNull();
        assertThat(parts.getFirst().observed().readings()).isEmpty();
        assertThat(parts.getFirst().observed().faults())
                .extracting(Turned::status, Turned::code)
                .containsExactly(tuple(403, Refusal.NOT_AUTHORISED_FOR_DEVICE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"id\":\"sensor\",\"manufacturer\":\"Example\"",
                "\"serialNumber\":\"H-1\"",
                "\"id\":\"00000000-0000-0009-0000-000000000009\""
            })
    void whatAHubMeasuredItselfIsItsOwn(String fields) throws Refused {
        String body =
                bundle(
                        "transaction",
                        entry("d", device(fields)),
                        entry("1", pulse("urn:uuid:d", "72", NOW)));
        Parts.Part part = parts(body, HOME).getFirst();
        assertThat(part.sent().deviceId()).isEqualTo(HUB);
        assertThat(part.sent().relayedBy()).isNull();
        assertThat(indices(part)).containsExactly(1);
    }

    @Test
    void whoIsNoHubIsReadAsEver() throws Refused {
        String body =
                bundle(
                        "batch",
                        entry("d", device("S-1", "1.0")),
                        entry("1", pulse("urn:uuid:d", "72", NOW)),
                        entry("2", pulse(SCALE, "73", NOW)));
        Parts.Part part = parts(body, NONE).getFirst();
        assertThat(part.sent().deviceId()).isEqualTo(HUB);
        assertThat(indices(part)).containsExactly(1);
        assertThat(part.observed().report().firmware()).isEqualTo("1.0");
        assertThat(part.observed().faults())
                .extracting(Turned::code)
                .containsExactly(Refusal.OTHER_DEVICE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Device/00000000-0000-0009-0000-000000000009", "Device/x", "urn:uuid:x"})
    void nobodyIsAskedAboutWhoNamesNoOther(String reference) throws Refused {
        assertThat(read(pulse(reference, "72", NOW)).entries().nameAnother(HUB)).isFalse();
    }
}
