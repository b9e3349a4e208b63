package org.homeward.ingest.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import org.homeward.events.Decimals;
import org.homeward.events.EventType;
import org.homeward.events.Uuids;
import org.homeward.events.v1.ReadingVoided;
import org.homeward.ingest.correction.Corrections;
import org.homeward.ingest.correction.Corrections.Change;
import org.homeward.ingest.reading.Reading;
import org.homeward.kit.outbox.OutboxEvent;

/// Corrections as events of topic `readings`. Their time is the correction's, by which what follows
/// from it is live or not. The note stays in the store.
@ApplicationScoped
class CorrectionEvents implements Corrections.Events {
    @Override
    public OutboxEvent voided(Reading reading, Change change) {
        return new OutboxEvent(
                Uuids.v5(reading.id(), "voided", Integer.toString(reading.version())),
                EventType.READING_VOIDED,
                reading.patientId(),
                ReadingVoided.newBuilder()
                        .setReadingId(Uuids.toBytes(reading.id()))
                        .setPatientId(Uuids.toBytes(reading.patientId()))
                        .setVersion(reading.version())
                        .setReason(change.reason())
                        .setVoidedAt(Decimals.toWire(change.at()))
                        .setBy(change.by())
                        .setMeasuredAt(Decimals.toWire(reading.times().measured()))
                        .build(),
                change.at());
    }

    @Override
    public OutboxEvent corrected(Reading reading, Change change) {
        return new OutboxEvent(
                Uuids.v5(reading.id(), "recorded", Integer.toString(reading.version())),
                EventType.READING_RECORDED,
                reading.patientId(),
                KafkaReadingFeed.event(reading),
                change.at());
    }
}
