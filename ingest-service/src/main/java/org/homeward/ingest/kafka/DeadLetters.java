package org.homeward.ingest.kafka;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.homeward.events.EventType;
import org.homeward.events.Topics;
import org.homeward.events.Uuids;
import org.homeward.events.v1.DeviceEvent;
import org.homeward.events.v1.ReadingRecorded;
import org.homeward.events.v1.ReadingVoided;
import org.homeward.ingest.Chart;
import org.homeward.ingest.correction.Voiding;
import org.homeward.ingest.reading.Reading;
import org.homeward.ingest.reading.Refusal;
import org.homeward.ingest.redrive.Way;
import org.homeward.kit.kafka.DeadLetter;

/// What a consumer of `readings` or `device-events` could not handle goes there once more, as it
/// was. All its readers get it again, for whom a repeated event is one effect; so a reading goes
/// only if it says what the store says today, since something later may have been told meanwhile.
@ApplicationScoped
class DeadLetters implements Way {
    private static final Uni<Verdict> GONE = verdict("NOT_FOUND: the log has it no more");
    private static final Uni<Verdict> NO_EVENT = verdict("NO_EVENT: no reader of its topic can");
    private static final Uni<Verdict> SUPERSEDED = verdict("SUPERSEDED: the reading is another");

    private final LogLookup lookup;
    private final EventProducer producer;
    private final Chart chart;

    @Inject
    DeadLetters(LogLookup lookup, EventProducer producer, Chart chart) {
        this.lookup = lookup;
        this.producer = producer;
        this.chart = chart;
    }

    private static Uni<Verdict> verdict(String fault) {
        return Uni.createFrom().item(new Verdict(fault));
    }

    @Override
    public boolean takes(Refusal refusal) {
        return LetterPlace.of(refusal).isPresent();
    }

    @Override
    public Uni<Verdict> again(Refusal refusal) {
        LetterPlace place = LetterPlace.of(refusal).orElseThrow();
        return Uni.createFrom()
                .item(() -> lookup.at(Topics.DEAD_LETTERS, place.partition(), place.offset()))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .chain(letter -> letter.map(l -> judge(DeadLetter.original(l))).orElse(GONE))
                .onFailure(IllegalArgumentException.class)
                .recoverWithUni(NO_EVENT);
    }

    private Uni<Verdict> judge(Optional<ProducerRecord<byte[], byte[]>> original) {
        Optional<Message> event = original.flatMap(DeadLetters::event);
        return event.isEmpty() ? NO_EVENT : judge(original.orElseThrow(), event.get());
    }

    /// Empty if it is none of its topic: nobody could ever read it.
    private static Optional<Message> event(ProducerRecord<byte[], byte[]> record) {
        if (record.key() == null || !LetterPlace.OURS.contains(record.topic())) {
            return Optional.empty();
        }
        try {
            Optional<EventType> type =
                    EventType.of(record.headers()).filter(t -> t.topic().equals(record.topic()));
            return type.isEmpty()
                    ? Optional.empty()
                    : Optional.of(type.get().parse(record.value()));
        } catch (InvalidProtocolBufferException e) {
            return Optional.empty();
        }
    }

    private Uni<Verdict> judge(ProducerRecord<byte[], byte[]> record, Message event) {
        return switch (event) {
            case DeviceEvent _ -> send(record);
            case ReadingRecorded e ->
                    chart.find(Uuids.fromBytes(e.getReadingId()))
                            .chain(now -> isTrue(e, now) ? send(record) : SUPERSEDED);
            case ReadingVoided e ->
                    chart.find(Uuids.fromBytes(e.getReadingId()))
                            .chain(now -> isTrue(e, now) ? send(record) : SUPERSEDED);
            default -> NO_EVENT;
        };
    }

    /// Whether the reading is its patient's in the version that the event tells.
    static boolean isTrue(ReadingRecorded event, Optional<Reading> now) {
        return now.filter(r -> isOf(r, event.getPatientId()))
                .filter(r -> r.version() == event.getVersion())
                .isPresent();
    }

    /// Whether the reading is not among its patient's.
    static boolean isTrue(ReadingVoided event, Optional<Reading> now) {
        return now.filter(r -> isOf(r, event.getPatientId())).isEmpty();
    }

    private static boolean isOf(Reading reading, ByteString patient) {
        return reading.patientId().equals(Uuids.fromBytes(patient))
                && !reading.flags().contains(Voiding.FLAG);
    }

    private Uni<Verdict> send(ProducerRecord<byte[], byte[]> record) {
        return Uni.createFrom()
                .completionStage(() -> producer.send(record))
                .replaceWith(Verdict.ACCEPTED);
    }
}
