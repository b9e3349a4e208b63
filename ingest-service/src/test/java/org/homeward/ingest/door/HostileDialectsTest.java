package org.homeward.ingest.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.homeward.ingest.CpuTime;
import org.homeward.ingest.Hostile;
import org.homeward.ingest.dialect.Bodies;
import org.homeward.ingest.dialect.Body;
import org.homeward.ingest.dialect.Format;
import org.homeward.ingest.http.Requests;
import org.homeward.ingest.json.Refused;
import org.homeward.ingest.profile.Profile;
import org.homeward.ingest.reading.Refusal;
import org.homeward.ingest.sent.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What another platform's body may cost the processor at its worst, from the bytes to what is put
/// into the log.
class HostileDialectsTest {
    private static final int MOST_BYTES = 262_144;
    private static final UUID DEVICE = new UUID(1, 1);
    private static final Profile PROFILE =
            new Profile("p", "P", Map.of("sys", new Profile.Meaning("8480-6", "mm[Hg]")));

    private final AdmitReadings door = Doors.open();
    private final Bodies bodies = new Bodies(1000);

    static Stream<Arguments> payloads() {
        String longName = "n".repeat(200);
        return Stream.of(
                senml("nesting", Hostile.nested(131_000)),
                senml("a thousand unknown names", records("{\"n\":\"" + longName + "\",\"v\":1}")),
                senml("a thousand large exponents", records("{\"n\":\"sys\",\"v\":1e999999999}")),
                senml("a thousand base times", records("{\"bt\":1e-999999999}")),
                senml("a thousand of one instant", records("{\"n\":\"sys\",\"v\":1,\"t\":-1}")),
                senml("many fields", "[{" + Hostile.members(22_000) + "}]"),
                keyed("many keys", "{" + Hostile.members(22_000) + "}"),
                keyed("colliding keys", "{" + Hostile.collidingMembers(12) + "}"),
                keyed("a thousand texts", records("{\"sys\":\"" + Hostile.digits(200) + "\"}")),
                keyed("a thousand of no time", records("{\"sys\":\"120\"}")));
    }

    private static Arguments senml(String name, String body) {
        return arguments(named("SenML: " + name, body), Format.SENML);
    }

    private static Arguments keyed(String name, String body) {
        return arguments(named("keyed: " + name, body), Format.KEYED);
    }

    private static String records(String record) {
        return "[" + Hostile.joined(1000, _ -> record) + "]";
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void costsLittle(String payload, Format format) {
        byte[] body = payload.getBytes(StandardCharsets.UTF_8);
        assertThat(body).hasSizeLessThanOrEqualTo(MOST_BYTES);
        assertThat(CpuTime.millis(_ -> body, bytes -> take(bytes, format)))
                .isLessThan(CpuTime.MOST_MILLIS);
    }

    private void take(byte[] bytes, Format format) {
        Refusal.Sent sent =
                new Refusal.Sent(DEVICE, Path.MQTT, format.type(), bytes, Instant.EPOCH);
        try {
            Body body = bodies.read(format, sent, PROFILE);
            AdmitReadings.Request request =
                    Requests.of(sent, body.decoded(), body.keepSource(), "");
            AdmitReadings.Outcome outcome = door.judge(request);
            assertThat(door.keep(request, outcome)).isCompleted();
        } catch (Refused e) {
            Refusal.Reason reason = new Refusal.Reason(e.code(), e.detail(), null);
            assertThat(door.refuse(sent, reason)).isCompleted();
        }
    }
}
