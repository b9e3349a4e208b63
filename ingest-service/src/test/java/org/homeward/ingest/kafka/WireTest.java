package org.homeward.ingest.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeward.events.v1.TelemetryReading;
import org.homeward.ingest.sent.SentCode;
import org.homeward.ingest.sent.SentComponent;
import org.homeward.ingest.sent.SentReading;
import org.homeward.ingest.sent.SentTime;
import org.homeward.ingest.sent.SentValue;
import org.homeward.ingest.sent.Special;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WireTest {
    private static final UUID ID = new UUID(1, 1);
    private static final Instant AT = Instant.parse("2026-11-22T10:00:00.123456Z");

    private static SentReading reading(SentTime.Precision precision, SentValue value) {
        return new SentReading(
                3,
                "m-1",
                SentCode.loinc("8867-4"),
                value,
                List.of(),
                new SentTime(AT, 60, precision),
                7L,
                Map.of("posture", "sitting"));
    }

    @ParameterizedTest
    @EnumSource
    void everyPrecisionComesBack(SentTime.Precision precision) {
        SentValue value = new SentValue.Amount(new BigDecimal("36.80"), "Cel");
        SentReading sent = reading(precision, value);
        assertThat(Wire.fromWire(Wire.toWire(ID, sent))).isEqualTo(sent);
    }

    @ParameterizedTest
    @EnumSource
    void everySpecialValueComesBack(Special special) {
        SentReading sent = reading(SentTime.Precision.INSTANT, new SentValue.Marked(special));
        assertThat(Wire.fromWire(Wire.toWire(ID, sent))).isEqualTo(sent);
    }

    @Test
    void aPanelComesBack() {
        SentReading single = reading(SentTime.Precision.INSTANT, SentValue.PANEL);
        SentReading sent =
                new SentReading(
                        single.index(),
                        "",
                        SentCode.loinc("85354-9"),
                        SentValue.PANEL,
                        Arrays.stream(Special.values())
                                .map(
                                        special ->
                                                new SentComponent(
                                                        new SentCode("urn:x", special.word()),
                                                        new SentValue.Marked(special)))
                                .toList(),
                        single.time(),
                        null,
                        Map.of());
        assertThat(Wire.fromWire(Wire.toWire(ID, sent))).isEqualTo(sent);
    }

    /// While one release replaces the other, the older one reads what only the newer one knows.
    @Test
    void whatALaterReleaseSaysOfTheTimeIsNotTakenForExact() {
        TelemetryReading later =
                Wire.toWire(ID, reading(SentTime.Precision.INSTANT, SentValue.PANEL)).toBuilder()
                        .setPrecisionValue(99)
                        .build();
        assertThat(Wire.fromWire(later).time().precision()).isEqualTo(SentTime.Precision.RECEIVED);
    }

    @Test
    void aSpecialValueOfALaterReleaseIsNoReading() {
        TelemetryReading later =
                Wire.toWire(ID, reading(SentTime.Precision.INSTANT, SentValue.PANEL)).toBuilder()
                        .setSpecialValue(99)
                        .build();
        assertThat(Wire.fromWire(later).value())
                .isEqualTo(new SentValue.Marked(Special.NOT_A_NUMBER));
    }
}
