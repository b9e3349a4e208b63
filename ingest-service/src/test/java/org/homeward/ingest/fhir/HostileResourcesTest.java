package org.homeward.ingest.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.homeward.ingest.CpuTime;
import org.homeward.ingest.Hostile;
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

    private final AdmitReadings door = Doors.open();

    static Stream<Named<String>> payloads() {
        return Stream.of(
                named("nesting", "{\"resourceType\":" + Hostile.nested(10_000) + "}"),
                named("all of it nesting", "{\"resourceType\":" + Hostile.nested(524_000) + "}"),
                named("a number of a million digits", "{\"a\":" + Hostile.digits(1_000_000) + "}"),
                named("many keys", "{" + Hostile.members(80_000) + "}"),
                named("colliding keys", "{" + Hostile.collidingMembers(14) + "}"),
                named("a thousand refused", bundle("\"x\"", "/min", "", 250)),
                named("a thousand large exponents", bundle("1e999999999", "/min", "", 250)),
                named("a thousand of many codings", bundle("\"x\"", "/min", codings(), 0)));
    }

    private static String codings() {
        return Hostile.joined(12, i -> "{\"system\":\"urn:s\",\"code\":\"c" + i + "\"}") + ",";
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

    private void take(byte[] body) {
        Refusal.Sent sent = new Refusal.Sent(DEVICE, Path.FHIR, Outcomes.TYPE, body, Instant.EPOCH);
        try {
            AdmitReadings.Request request =
                    request(sent, BundleJson.bundle(Source.of(body), DEVICE, 1000));
            AdmitReadings.Outcome outcome = door.judge(request);
            assertThat(door.keep(request, outcome)).isCompleted();
        } catch (Refused e) {
            Refusal.Reason reason = new Refusal.Reason(e.code(), e.detail(), null);
            assertThat(door.refuse(sent, reason)).isCompleted();
        }
    }

    private static AdmitReadings.Request request(Refusal.Sent sent, BundleJson bundle) {
        List<JsonNode> nodes = bundle.nodes();
        return new AdmitReadings.Request(
                sent,
                bundle.readings(),
                bundle.faults(),
                bundle.report(),
                true,
                "",
                i -> nodes.get(i).toString().getBytes(StandardCharsets.UTF_8));
    }
}
