package org.homeward.ingest.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.homeward.ingest.CpuTime;
import org.homeward.ingest.Hostile;
import org.homeward.ingest.device.Hub;
import org.homeward.ingest.door.AdmitReadings;
import org.homeward.ingest.door.Doors;
import org.homeward.ingest.json.Refused;
import org.homeward.ingest.reading.Refusal;
import org.homeward.ingest.sent.Path;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What FHIR may cost the processor at its worst, from the bytes to what is put into the log.
class HostileResourcesTest {
    private static final int MOST_BYTES = 1_048_576;
    private static final UUID DEVICE = new UUID(1, 1);

    private static final Hub HUB =
            new Hub(
                    DEVICE,
                    null,
                    null,
                    IntStream.range(0, 200).mapToObj(HostileResourcesTest::charge).toList());

    private final AdmitReadings door = Doors.open();
    private final KeepObservations keep = new KeepObservations(door);

    private static Hub.Charge charge(int number) {
        UUID id = new UUID(2, number);
        return new Hub.Charge(id, "S-" + number, "L-" + number, Instant.EPOCH, null);
    }

    static Stream<Named<String>> payloads() {
        return Stream.of(
                named("nesting", "{\"resourceType\":" + Hostile.nested(10_000) + "}"),
                named("all of it nesting", "{\"resourceType\":" + Hostile.nested(524_000) + "}"),
                named("a number of a million digits", "{\"a\":" + Hostile.digits(1_000_000) + "}"),
                named("many keys", "{" + Hostile.members(80_000) + "}"),
                named("colliding keys", "{" + Hostile.collidingMembers(14) + "}"),
                named("a thousand refused", bundle("\"x\"", "/min", "", 250)),
                named("a thousand large exponents", bundle("1e999999999", "/min", "", 250)),
                named("a thousand of many codings", bundle("\"x\"", "/min", codings(), 0)),
                named("a part for each of many devices", devices(i -> i)),
                named("many devices of one name", devices(_ -> 0)));
    }

    private static String codings() {
        return Hostile.joined(12, i -> "{\"system\":\"urn:s\",\"code\":\"c" + i + "\"}") + ",";
    }

    /// As many devices as readings, each of many names.
    private static String devices(IntUnaryOperator name) {
        return "{\"resourceType\":\"Bundle\",\"type\":\"batch\",\"entry\":["
                + Hostile.joined(500, i -> device(i, name.applyAsInt(i)))
                + "]}";
    }

    private static String device(int number, int name) {
        String names = Hostile.joined(30, i -> "{\"name\":\"N-" + number + "-" + i + "\"}");
        String pulse = HubBodies.pulse("urn:" + name, "72", Instant.EPOCH);
        return "{\"fullUrl\":\"urn:%d\",\"resource\":%s},{\"resource\":%s}"
                .formatted(
                        name,
                        HubBodies.device(
                                "\"serialNumber\":\"S-%d\",\"deviceName\":[%s]"
                                        .formatted(number, names)),
                        pulse);
    }

    /// A batch of a thousand, filled up with words.
    private static String bundle(String value, String unit, String codings, int words) {
        String good = FhirPost.observation("final", "2026-11-22T10:00:00Z", value);
        String entry =
                good.replace("\"coding\":[", "\"coding\":[" + codings)
                        .replace("\"code\":\"/min\"", "\"code\":\"" + unit + "\"")
                        .replace("somebody-else", "x".repeat(words));
        return "{\"resourceType\":\"Bundle\",\"type\":\"batch\",\"entry\":["
                + Hostile.joined(1000, _ -> "{\"resource\":" + entry + "}")
                + "]}";
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void costsLittle(String payload) {
        byte[] body = payload.getBytes(StandardCharsets.UTF_8);
        assertThat(body).hasSizeLessThanOrEqualTo(MOST_BYTES);
        assertThat(CpuTime.millis(_ -> body, this::take)).isLessThan(CpuTime.MOST_MILLIS);
    }

    /// As a hub's, which acts for many.
    private void take(byte[] body) {
        Refusal.Sent sent = new Refusal.Sent(DEVICE, Path.FHIR, Outcomes.TYPE, body, Instant.EPOCH);
        try {
            BundleJson bundle = BundleJson.bundle(Source.of(body), 1000);
            List<Parts.Part> parts =
                    bundle.entries().nameAnother(DEVICE)
                            ? Parts.of(bundle, sent, HUB)
                            : Parts.own(bundle, sent);
            assertThat(keep.keep(keep.judge(bundle, parts), sent)).isCompleted();
        } catch (Refused e) {
            Refusal.Reason reason = new Refusal.Reason(e.code(), e.detail(), null);
            assertThat(door.refuse(sent, reason)).isCompleted();
        }
    }
}
