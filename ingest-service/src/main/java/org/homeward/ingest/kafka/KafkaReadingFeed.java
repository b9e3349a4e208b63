package org.homeward.ingest.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.homeward.events.Decimals;
import org.homeward.events.EventType;
import org.homeward.events.Uuids;
import org.homeward.events.v1.Quantity;
import org.homeward.events.v1.ReadingComponent;
import org.homeward.events.v1.ReadingRecorded;
import org.homeward.events.v1.TimeQuality;
import org.homeward.events.v1.Validity;
import org.homeward.ingest.intake.Quarantine;
import org.homeward.ingest.intake.ReadingFeed;
import org.homeward.ingest.reading.Concern;
import org.homeward.ingest.reading.Measure;
import org.homeward.ingest.reading.Reading;
import org.homeward.ingest.sent.SentValue;
import org.jspecify.annotations.Nullable;

/// [ReadingFeed] on the topics `readings` and `device-events`. The record's time is the received
/// time, so that one device's wrong clock does not move the others' stream time.
@ApplicationScoped
class KafkaReadingFeed implements ReadingFeed, Quarantine.Feed {
    /// What a request says is in the log within so many seconds, or the broker stood still. What
    /// was recorded later had been refused and went again: it is its patient's since then.
    private static final long AT_ONCE = 60;

    private final EventProducer producer;

    @Inject
    KafkaReadingFeed(EventProducer producer) {
        this.producer = producer;
    }

    @Override
    public CompletableFuture<Void> publish(List<Reading> readings, List<Concern> concerns) {
        return send(readings, concerns, KafkaReadingFeed::event);
    }

    @Override
    public CompletableFuture<Void> release(
            List<Reading> readings, List<Concern> concerns, Instant since) {
        return send(readings, concerns, reading -> attributed(reading, since));
    }

    private CompletableFuture<Void> send(
            List<Reading> readings,
            List<Concern> concerns,
            Function<Reading, ReadingRecorded> event) {
        List<CompletableFuture<Void>> sends = new ArrayList<>(readings.size() + concerns.size());
        readings.forEach(
                reading -> sends.add(producer.send(outgoing(reading, event.apply(reading)))));
        concerns.forEach(concern -> sends.add(producer.send(ConcernEvents.of(concern))));
        return KafkaReadingLog.all(sends);
    }

    private static EventProducer.Outgoing outgoing(Reading reading, ReadingRecorded event) {
        return new EventProducer.Outgoing(
                EventType.READING_RECORDED,
                reading.patientId(),
                Uuids.v5(reading.id(), "recorded", Integer.toString(reading.version())),
                reading.times().received(),
                event);
    }

    /// A reading that is its patient's since then.
    static ReadingRecorded attributed(Reading reading, Instant at) {
        return event(reading).toBuilder().setAttributedAt(Decimals.toWire(at)).build();
    }

    static ReadingRecorded event(Reading reading) {
        Reading.Times times = reading.times();
        Measure measure = reading.measure();
        ReadingRecorded.Builder out =
                ReadingRecorded.newBuilder()
                        .setReadingId(Uuids.toBytes(reading.id()))
                        .setPatientId(Uuids.toBytes(reading.patientId()))
                        .setDeviceId(Uuids.toBytes(reading.deviceId()))
                        .setVersion(reading.version())
                        .setCode(measure.code())
                        .setSourceCode(measure.sourceCode())
                        .setMeasuredAt(Decimals.toWire(times.measured()))
                        .setReceivedAt(Decimals.toWire(times.received()))
                        .setRecordedAt(Decimals.toWire(times.recorded()))
                        .setTimeQuality(quality(times.quality()))
                        .setValidity(validity(reading.validity()))
                        .addAllFlags(reading.flags())
                        .putAllContext(reading.context())
                        .setOffsetMinutes(times.offsetMinutes())
                        .setProtocol(Wire.toWire(reading.path()));
        if (times.recorded().getEpochSecond() - times.received().getEpochSecond() > AT_ONCE) {
            out.setAttributedAt(Decimals.toWire(times.recorded()));
        }
        fill(out, measure);
        reading.components().forEach(c -> out.addComponents(component(c)));
        return out.build();
    }

    private static void fill(ReadingRecorded.Builder out, Measure measure) {
        @Nullable Quantity value = quantity(measure);
        if (value != null) {
            out.setValue(value);
        }
        if (measure.special() != null) {
            out.setSpecial(Wire.toWire(measure.special()));
        }
        if (measure.source() != null) {
            out.setSourceValue(Wire.toWire(measure.source()));
        }
    }

    static TimeQuality quality(org.homeward.ingest.reading.TimeQuality quality) {
        return switch (quality) {
            case EXACT -> TimeQuality.TIME_QUALITY_EXACT;
            case SUSPECT -> TimeQuality.TIME_QUALITY_SUSPECT;
            case DATE_ONLY -> TimeQuality.TIME_QUALITY_DATE_ONLY;
            case UNKNOWN -> TimeQuality.TIME_QUALITY_UNKNOWN;
        };
    }

    private static Validity validity(org.homeward.ingest.reading.Validity validity) {
        return switch (validity) {
            case VALID -> Validity.VALIDITY_VALID;
            case QUESTIONED -> Validity.VALIDITY_QUESTIONED;
            case INVALID -> Validity.VALIDITY_INVALID;
        };
    }

    private static ReadingComponent component(Measure measure) {
        ReadingComponent.Builder out =
                ReadingComponent.newBuilder()
                        .setCode(measure.code())
                        .setSourceCode(measure.sourceCode());
        @Nullable Quantity value = quantity(measure);
        if (value != null) {
            out.setValue(value);
        }
        if (measure.special() != null) {
            out.setSpecial(Wire.toWire(measure.special()));
        }
        if (measure.source() != null) {
            out.setSourceValue(Wire.toWire(measure.source()));
        }
        return out.build();
    }

    private static @Nullable Quantity quantity(Measure measure) {
        return measure.value() == null
                ? null
                : Wire.toWire(new SentValue.Amount(measure.value(), measure.unit()));
    }
}
