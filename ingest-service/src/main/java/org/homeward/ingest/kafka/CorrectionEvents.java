package org.homeward.ingest.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import org.homeward.events.Decimals;
import org.homeward.events.EventType;
import org.homeward.events.Uuids;
import org.homeward.events.v1.ReadingVoided;
import org.homeward.ingest.correction.Corrections;
import org.homeward.ingest.correction.Voiding;
import org.homeward.ingest.reading.Reading;
import org.homeward.kit.outbox.OutboxEvent;

/// Corrections as events of topic `readings`. The note stays in the store.
@ApplicationScoped
class CorrectionEvents implements Corrections.Events {
    @Override
    public OutboxEvent voided(Reading reading, Voiding voiding) {
        return new OutboxEvent(
                Uuids.v5(reading.id(), "voided", Integer.toString(reading.version())),
                EventType.READING_VOIDED,
                reading.patientId(),
                ReadingVoided.newBuilder()
                        .setReadingId(Uuids.toBytes(reading.id()))
                        .setPatientId(Uuids.toBytes(reading.patientId()))
                        .setVersion(reading.version())
                        .setReason(Voiding.REASON)
                        .setVoidedAt(Decimals.toWire(voiding.at()))
                        .setBy(voiding.by())
                        .setMeasuredAt(Decimals.toWire(reading.times().measured()))
                        .build(),
                voiding.at());
    }
}
