package org.homeward.ingest.kafka;

import com.google.protobuf.ByteString;
import com.google.protobuf.Message;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
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
import org.homeward.kit.kafka.UnreadableRecord;

/// What a consumer of `readings` or `device-events` could not handle goes there once more, as what
/// is told now. All its readers get it again, for whom a repeated event is one effect; so a reading
/// goes only if it says what the store says today, since something later may have been told
/// meanwhile.
@ApplicationScoped
class DeadLetters implements Way {
    private static final Uni<Verdict> GONE = verdict("NOT_FOUND: the log has it no more");
    private static final Uni<Verdict> NO_LETTER = verdict("NO_EVENT: it is no dead letter");
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
                .chain(letter -> letter.map(l -> judge(DeadLetter.original(l))).orElse(GONE));
    }

    private Uni<Verdict> judge(Optional<ProducerRecord<byte[], byte[]>> original) {
        if (original.isEmpty()) {
            return NO_LETTER;
        }
        try {
            return judge(original.get(), LetterEvent.of(original.get()));
        } catch (UnreadableRecord e) {
            return verdict("NO_EVENT: it has " + e.reason());
        }
    }

    private Uni<Verdict> judge(ProducerRecord<byte[], byte[]> record, Message event) {
        return switch (event) {
            case DeviceEvent e -> send(record, e);
            case ReadingRecorded e ->
                    chart.find(Uuids.fromBytes(e.getReadingId()))
                            .chain(now -> isTrue(e, now) ? send(record, e) : SUPERSEDED);
            case ReadingVoided e ->
                    chart.find(Uuids.fromBytes(e.getReadingId()))
                            .chain(now -> isTrue(e, now) ? send(record, e) : SUPERSEDED);
            default -> throw new IllegalStateException("an event that LetterEvent does not give");
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

    private Uni<Verdict> send(ProducerRecord<byte[], byte[]> record, Message event) {
        return Uni.createFrom()
                .completionStage(
                        () -> producer.send(LetterEvent.again(record, event, Instant.now())))
                .replaceWith(Verdict.ACCEPTED);
    }
}
