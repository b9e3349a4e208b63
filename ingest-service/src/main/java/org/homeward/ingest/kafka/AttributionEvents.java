package org.homeward.ingest.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.homeward.events.Decimals;
import org.homeward.events.EventType;
import org.homeward.events.Uuids;
import org.homeward.events.v1.ReadingVoided;
import org.homeward.ingest.attribution.Reattribution;
import org.homeward.ingest.question.IsThisThePatient;
import org.homeward.ingest.reading.Concern;
import org.homeward.ingest.reading.Reading;
import org.homeward.kit.outbox.OutboxEvent;

/// Readings that change their patient as events of topic `readings`: void for the one, recorded for
/// the other, both in the next version.
@ApplicationScoped
class AttributionEvents implements Reattribution.Events {
    @Override
    public OutboxEvent left(
            Reading reading, Reattribution.Departure departure, Optional<Instant> newest) {
        return CorrectionEvents.voided(
                reading,
                newest,
                ReadingVoided.newBuilder()
                        .setVersion(departure.version())
                        .setReason(Reattribution.REASON)
                        .setVoidedAt(Decimals.toWire(departure.at()))
                        .setBy(departure.by()));
    }

    @Override
    public OutboxEvent joined(Reading reading, Instant at) {
        return new OutboxEvent(
                Uuids.v5(reading.id(), "recorded", Integer.toString(reading.version())),
                EventType.READING_RECORDED,
                reading.patientId(),
                KafkaReadingFeed.attributed(reading, at),
                at);
    }

    /// Each version asks by itself: a reading may come back to a patient who was asked before.
    @Override
    public OutboxEvent asked(Reading reading, Instant at) {
        Concern.Kind kind = Concern.Kind.IS_THIS_THE_PATIENT;
        Concern concern =
                new Concern(
                        Uuids.v5(
                                reading.id(),
                                "concern",
                                kind.name(),
                                Integer.toString(reading.version())),
                        reading.deviceId(),
                        reading.patientId(),
                        kind,
                        at,
                        reading.id(),
                        IsThisThePatient.FLAG);
        return new OutboxEvent(
                concern.id(),
                EventType.DEVICE_EVENT,
                reading.patientId(),
                ConcernEvents.event(concern),
                at);
    }
}
