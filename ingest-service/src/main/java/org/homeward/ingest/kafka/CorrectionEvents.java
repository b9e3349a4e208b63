package org.homeward.ingest.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.homeward.events.Decimals;
import org.homeward.events.EventType;
import org.homeward.events.Uuids;
import org.homeward.events.v1.ReadingChange;
import org.homeward.events.v1.ReadingVoided;
import org.homeward.ingest.correction.Corrections;
import org.homeward.ingest.correction.Corrections.Change;
import org.homeward.ingest.reading.Measure;
import org.homeward.ingest.reading.Reading;
import org.homeward.kit.outbox.OutboxEvent;

/// Corrections as events of topic `readings`. Their time is the correction's, by which what follows
/// from it is live or not. The note stays in the store.
@ApplicationScoped
class CorrectionEvents implements Corrections.Events {
    @Override
    public OutboxEvent voided(Reading reading, Change change, Optional<Instant> newest) {
        return voided(
                reading,
                newest,
                ReadingVoided.newBuilder()
                        .setVersion(reading.version())
                        .setReason(change.reason())
                        .setVoidedAt(Decimals.toWire(change.at()))
                        .setBy(change.by())
                        .setChange(said(change)));
    }

    /// A reading is void for the patient it names.
    ///
    /// @param why with the version, the reason, the time and who said so
    static OutboxEvent voided(
            Reading reading, Optional<Instant> newest, ReadingVoided.Builder why) {
        Reading.Times times = reading.times();
        why.setReadingId(Uuids.toBytes(reading.id()))
                .setPatientId(Uuids.toBytes(reading.patientId()))
                .setMeasuredAt(Decimals.toWire(times.measured()))
                .setReceivedAt(Decimals.toWire(times.received()))
                .setTimeQuality(KafkaReadingFeed.quality(times.quality()))
                .addAllCodes(codes(reading));
        newest.ifPresent(at -> why.setNewestMeasuredAt(Decimals.toWire(at)));
        return new OutboxEvent(
                Uuids.v5(reading.id(), "voided", Integer.toString(why.getVersion())),
                EventType.READING_VOIDED,
                reading.patientId(),
                why.build(),
                Decimals.fromWire(why.getVoidedAt()));
    }

    private static List<String> codes(Reading reading) {
        return reading.components().isEmpty()
                ? List.of(reading.measure().code())
                : reading.components().stream().map(Measure::code).toList();
    }

    @Override
    public OutboxEvent corrected(Reading reading, Change change) {
        return new OutboxEvent(
                Uuids.v5(reading.id(), "recorded", Integer.toString(reading.version())),
                EventType.READING_RECORDED,
                reading.patientId(),
                KafkaReadingFeed.event(reading).toBuilder().setChange(said(change)).build(),
                change.at());
    }

    private static ReadingChange said(Change change) {
        return ReadingChange.newBuilder()
                .setBy(change.by())
                .setConfirmedBy(change.confirmedBy())
                .setAt(Decimals.toWire(change.at()))
                .addAllCriticalAlertIds(
                        change.criticalAlerts().stream().sorted().map(Uuids::toBytes).toList())
                .build();
    }
}
