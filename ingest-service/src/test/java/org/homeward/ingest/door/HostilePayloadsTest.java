package org.homeward.ingest.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.homeward.ingest.CpuTime;
import org.homeward.ingest.Hostile;
import org.homeward.ingest.http.Requests;
import org.homeward.ingest.json.ReadingsJson;
import org.homeward.ingest.json.Refused;
import org.homeward.ingest.reading.Refusal;
import org.homeward.ingest.sent.Path;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What our JSON may cost the processor at its worst, from the bytes to what is put into the log.
class HostilePayloadsTest {
    private static final int MOST_BYTES = 262_144;
    private static final UUID DEVICE = new UUID(1, 1);
    private static final String TIME = "2026-11-22T10:00:00Z";

    private final AdmitReadings door = Doors.open();
    private final ReadingsJson json = new ReadingsJson(1000);

    static Stream<Named<String>> payloads() {
        return Stream.of(
                named("nesting", "{\"readings\":" + Hostile.nested(10_000) + "}"),
                named("all of it nesting", "{\"readings\":" + Hostile.nested(131_000) + "}"),
                named("objects in objects", "{\"a\":".repeat(43_000)),
                named("a number of all its bytes", one(Hostile.digits(260_000))),
                named("a large exponent", many("1e999999999")),
                named("a small exponent", many("1e-999999999")),
                named("many keys", "{" + Hostile.members(22_000) + "}"),
                named("colliding keys", "{" + Hostile.collidingMembers(12) + "}"),
                named("keys that are there twice", "{" + "\"a\":1,".repeat(37_000) + "\"b\":1}"),
                named("a text of escapes", "{\"a\":\"" + "\\u0041".repeat(43_000) + "\"}"),
                named("a thousand refused", many("\"x\"")));
    }

    private static String one(String value) {
        return "{\"readings\":[" + reading(value, "/min") + "]}";
    }

    private static String many(String value) {
        return readings(value, _ -> "/min");
    }

    private static String readings(String value, IntFunction<String> unit) {
        String readings = Hostile.joined(1000, i -> reading(value, unit.apply(i)));
        String start = "{\"readings\":[" + readings + "],\"rest\":\"";
        return start + "x".repeat(Math.min(99_000, MOST_BYTES - start.length() - 2)) + "\"}";
    }

    private static String reading(String value, String unit) {
        return "{\"code\":\"8867-4\",\"value\":%s,\"unit\":\"%s\",\"takenAt\":\"%s\"}"
                .formatted(value, unit, TIME);
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void costsLittle(String payload) {
        costsLittle(_ -> payload);
    }

    @Test
    void aThousandUnitsThatNobodyHasSeenCostLittle() {
        costsLittle(attempt -> readings("1", i -> Hostile.unit(attempt * 1000 + i)));
    }

    private void costsLittle(IntFunction<String> payload) {
        assertThat(bytes(payload.apply(0))).hasSizeLessThanOrEqualTo(MOST_BYTES);
        assertThat(CpuTime.millis(attempt -> bytes(payload.apply(attempt)), this::take))
                .isLessThan(CpuTime.MOST_MILLIS);
    }

    private static byte[] bytes(String payload) {
        return payload.getBytes(StandardCharsets.UTF_8);
    }

    private void take(byte[] body) {
        Refusal.Sent sent =
                new Refusal.Sent(DEVICE, Path.HTTP, "application/json", body, Instant.EPOCH);
        try {
            AdmitReadings.Request request = Requests.of(sent, json.decode(body, DEVICE), false, "");
            AdmitReadings.Outcome outcome = door.judge(request);
            assertThat(door.keep(request, outcome)).isCompleted();
        } catch (Refused e) {
            Refusal.Reason reason = new Refusal.Reason(e.code(), e.detail(), null);
            assertThat(door.refuse(sent, reason)).isCompleted();
        }
    }
}
