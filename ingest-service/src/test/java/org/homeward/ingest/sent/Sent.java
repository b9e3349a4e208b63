package org.homeward.ingest.sent;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Readings for tests.
public final class Sent {
    public static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private Sent() {}

    public static SentReading pulse(String value) {
        return quantity("8867-4", value, "/min", NOW);
    }

    public static SentReading quantity(String code, String value, String unit, Instant at) {
        return of(
                SentCode.loinc(code),
                new SentValue.Amount(new BigDecimal(value), unit),
                List.of(),
                SentTime.exact(at, 60));
    }

    public static SentReading pressure(String systolic, String diastolic) {
        return of(
                SentCode.loinc("85354-9"),
                SentValue.PANEL,
                List.of(component("8480-6", systolic), component("8462-4", diastolic)),
                SentTime.exact(NOW, 0));
    }

    public static SentComponent component(String code, String value) {
        return new SentComponent(
                SentCode.loinc(code), new SentValue.Amount(new BigDecimal(value), "mm[Hg]"));
    }

    public static SentReading of(
            SentCode code, SentValue value, List<SentComponent> components, SentTime time) {
        return new SentReading(0, "", code, value, components, time, null, Map.of());
    }

    public static SentReading withMessage(SentReading sent, String messageId) {
        return new SentReading(
                sent.index(),
                messageId,
                sent.code(),
                sent.value(),
                sent.components(),
                sent.time(),
                sent.sequence(),
                sent.context());
    }
}
