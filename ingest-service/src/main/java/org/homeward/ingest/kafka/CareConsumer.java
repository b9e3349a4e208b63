package org.homeward.ingest.kafka;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Timestamp;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.homeward.events.Decimals;
import org.homeward.events.Era;
import org.homeward.events.EventType;
import org.homeward.events.Uuids;
import org.homeward.events.v1.CareTeamChanged;
import org.homeward.ingest.registry.CareRegistry;
import org.homeward.kit.kafka.DeadLetter;
import org.homeward.kit.kafka.Handling;
import org.homeward.kit.kafka.UnreadableRecord;

/// Learns from `care-teams` whose care has ended. What cannot be read or stored goes to
/// `dead-letters`, and by way of that among the refusals; an unreachable store is waited for.
@ApplicationScoped
class CareConsumer {
    private static final Set<String> ENDED = Set.of("deceased", "discharged");

    private final Handling<CareRegistry.Care> handling;

    @Inject
    CareConsumer(CareRegistry registry, EventProducer producer, MeterRegistry meters) {
        this.handling =
                new Handling<>(
                        CareConsumer::read,
                        registry::apply,
                        (record, reason) ->
                                Uni.createFrom()
                                        .completionStage(
                                                producer.send(DeadLetter.record(record, reason))),
                        meters);
    }

    @Incoming("care-teams-in")
    Uni<Void> take(ConsumerRecords<byte[], byte[]> records) {
        return handling.handle(records);
    }

    static Optional<CareRegistry.Care> read(ConsumerRecord<byte[], byte[]> record)
            throws UnreadableRecord {
        if (record.key() == null) {
            throw new UnreadableRecord("NO_KEY");
        }
        if (record.value() == null) {
            // The patient was erased: nothing is left to learn.
            return Optional.empty();
        }
        if (EventType.of(record.headers()).orElse(null) != EventType.CARE_TEAM_CHANGED) {
            throw new UnreadableRecord("UNKNOWN_EVENT");
        }
        try {
            return Optional.of(care(record.key(), CareTeamChanged.parseFrom(record.value())));
        } catch (InvalidProtocolBufferException
                | IllegalArgumentException
                | ArithmeticException
                | DateTimeException e) {
            throw new UnreadableRecord("UNREADABLE");
        }
    }

    private static CareRegistry.Care care(byte[] key, CareTeamChanged event)
            throws UnreadableRecord {
        UUID patient = Uuids.fromBytes(event.getPatientId());
        if (!Arrays.equals(key, Uuids.toKey(patient))) {
            throw new UnreadableRecord("KEY_IS_NOT_THE_PATIENT");
        }
        Timestamp ended = event.hasEndedAt() ? event.getEndedAt() : event.getChangedAt();
        Instant at = ENDED.contains(event.getMonitoring()) ? Decimals.fromWire(ended) : null;
        return new CareRegistry.Care(
                patient,
                event.getVersion(),
                event.getMonitoring(),
                at == null ? null : Era.check(at));
    }
}
