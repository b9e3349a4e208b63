package org.homeward.ingest.kafka;

import com.google.protobuf.InvalidProtocolBufferException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.homeward.events.Decimals;
import org.homeward.events.Era;
import org.homeward.events.EventType;
import org.homeward.events.Uuids;
import org.homeward.events.v1.CareTeamChanged;
import org.homeward.ingest.registry.CareRegistry;
import org.jboss.logging.Logger;

/// Learns from `care-teams` whose care has ended. A record that cannot be read is logged and passed
/// over: the next version of the same patient brings the same facts.
@ApplicationScoped
class CareConsumer {
    private static final Logger LOG = Logger.getLogger(CareConsumer.class);
    private static final Set<String> ENDED = Set.of("deceased", "discharged");
    private static final Duration FIRST = Duration.ofMillis(200);
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final CareRegistry registry;

    @Inject
    CareConsumer(CareRegistry registry) {
        this.registry = registry;
    }

    @Incoming("care-teams-in")
    Uni<Void> take(ConsumerRecords<byte[], byte[]> records) {
        List<CareRegistry.Care> changes = new ArrayList<>(records.count());
        records.forEach(record -> read(record).ifPresent(changes::add));
        return registry.apply(changes)
                .onFailure()
                .retry()
                .withBackOff(FIRST, LONGEST)
                .indefinitely();
    }

    private static Optional<CareRegistry.Care> read(ConsumerRecord<byte[], byte[]> record) {
        try {
            if (record.value() == null
                    || EventType.of(record.headers()).orElse(null) != EventType.CARE_TEAM_CHANGED) {
                return Optional.empty();
            }
            CareTeamChanged event = CareTeamChanged.parseFrom(record.value());
            Instant ended =
                    event.hasEndedAt()
                            ? Decimals.fromWire(event.getEndedAt())
                            : Decimals.fromWire(event.getChangedAt());
            if (event.getMonitoring().indexOf('\0') >= 0) {
                throw new IllegalArgumentException("monitoring");
            }
            return Optional.of(
                    new CareRegistry.Care(
                            Uuids.fromBytes(event.getPatientId()),
                            event.getVersion(),
                            event.getMonitoring(),
                            ENDED.contains(event.getMonitoring()) ? Era.check(ended) : null));
        } catch (InvalidProtocolBufferException | RuntimeException e) {
            LOG.errorf(
                    "care-teams/%d/%d cannot be read: %s",
                    (Object) record.partition(), record.offset(), e.getClass().getSimpleName());
            return Optional.empty();
        }
    }
}
