package org.homeward.ingest.kafka;

import com.google.protobuf.InvalidProtocolBufferException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.header.Header;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.homeward.events.Decimals;
import org.homeward.events.Era;
import org.homeward.events.EventType;
import org.homeward.events.Uuids;
import org.homeward.events.v1.Protocol;
import org.homeward.events.v1.ReadingRejected;
import org.homeward.ingest.RefusalStore;
import org.homeward.ingest.intake.Logged;
import org.homeward.ingest.reading.Refusal;
import org.homeward.ingest.sent.Path;
import org.homeward.kit.kafka.Handling;

/// Stores what was refused anywhere: by the door (`readings-rejected`) and by other services
/// (`dead-letters`), so that one list shows all that did not become a reading or an alert.
@ApplicationScoped
class RefusalConsumer {
    private static final int MOST_BYTES = 1024 * 1024;

    private final RefusalStore store;
    private final Handling<Refusal> rejections;
    private final Handling<Refusal> deadLetters;
    private final Counter letters;

    @Inject
    RefusalConsumer(RefusalStore store, MeterRegistry meters) {
        this.store = store;
        this.rejections = handling(RefusalConsumer::rejection, meters);
        this.deadLetters = handling(record -> deadLetter(record, Refusal.DEAD_LETTER), meters);
        this.letters = meters.counter("homeward.ingest.dead.letters");
    }

    private Handling<Refusal> handling(
            Function<ConsumerRecord<byte[], byte[]>, Refusal> read, MeterRegistry meters) {
        return new Handling<>(
                record -> Optional.of(read.apply(record)),
                store::keep,
                (record, reason) -> store.keep(List.of(withoutContent(record, reason))),
                meters);
    }

    /// A counter that begins with its first event shows no increase.
    void beThere(@Observes StartupEvent event) {}

    @Incoming("rejected-in")
    Uni<Void> rejected(ConsumerRecords<byte[], byte[]> records) {
        return keep(records, rejections);
    }

    @Incoming("dead-letters-in")
    Uni<Void> deadLetters(ConsumerRecords<byte[], byte[]> records) {
        return keep(records, deadLetters).invoke(() -> letters.increment(records.count()));
    }

    private static Uni<Void> keep(
            Iterable<ConsumerRecord<byte[], byte[]>> records, Handling<Refusal> handling) {
        return Multi.createFrom()
                .iterable(portions(records))
                .onItem()
                .transformToUniAndConcatenate(handling::handle)
                .collect()
                .last();
    }

    /// A poll's records by so many bytes at a time: a statement with all of hundreds of bodies
    /// would be held several times over.
    private static List<List<ConsumerRecord<byte[], byte[]>>> portions(
            Iterable<ConsumerRecord<byte[], byte[]>> records) {
        List<List<ConsumerRecord<byte[], byte[]>>> portions = new ArrayList<>();
        int room = 0;
        for (ConsumerRecord<byte[], byte[]> record : records) {
            int size = record.value() == null ? 0 : record.value().length;
            if (portions.isEmpty() || size > room) {
                portions.add(new ArrayList<>());
                room = MOST_BYTES;
            }
            portions.getLast().add(record);
            room -= size;
        }
        return portions;
    }

    /// Stands for what the store refuses; the log still has it.
    private static Refusal withoutContent(ConsumerRecord<byte[], byte[]> record, String reason) {
        return new Refusal(
                Logged.idOf(record.topic(), record.partition(), record.offset()),
                null,
                List.of(reason),
                record.topic() + '/' + record.partition() + '/' + record.offset(),
                null,
                null,
                "application/octet-stream",
                new byte[0],
                true,
                Era.clamp(Instant.ofEpochMilli(record.timestamp())),
                false,
                null);
    }

    static Refusal rejection(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null
                || EventType.of(record.headers()).orElse(null) != EventType.READING_REJECTED) {
            return deadLetter(record, "UNKNOWN_EVENT");
        }
        try {
            return refusal(ReadingRejected.parseFrom(record.value()));
        } catch (InvalidProtocolBufferException | RuntimeException e) {
            return deadLetter(record, "UNREADABLE");
        }
    }

    private static Refusal refusal(ReadingRejected event) {
        UUID device = Uuids.fromBytes(event.getDeviceId());
        boolean known =
                device.getMostSignificantBits() != 0 || device.getLeastSignificantBits() != 0;
        Path path =
                event.getProtocol() == Protocol.PROTOCOL_UNSPECIFIED
                        ? null
                        : Wire.path(event.getProtocol());
        return new Refusal(
                Uuids.fromBytes(event.getId()),
                known ? device : null,
                List.copyOf(event.getReasonsList()),
                event.getDetail(),
                event.hasIndex() ? (Integer) event.getIndex() : null,
                path,
                event.getPayloadType(),
                event.getPayload().toByteArray(),
                event.getPayloadTruncated(),
                Decimals.fromWire(event.getReceivedAt()),
                event.getBestEffort(),
                event.getHubId().isEmpty() ? null : Uuids.fromBytes(event.getHubId()));
    }

    /// The record as it was, whatever it was; its headers say where it came from.
    private static Refusal deadLetter(ConsumerRecord<byte[], byte[]> record, String reason) {
        StringBuilder detail = new StringBuilder(record.topic());
        detail.append('/').append(record.partition()).append('/').append(record.offset());
        for (Header header : record.headers()) {
            if (header.value() != null && header.value().length <= 200) {
                detail.append(' ').append(header.key()).append('=');
                detail.append(new String(header.value(), StandardCharsets.UTF_8));
            }
        }
        return new Refusal(
                Logged.idOf(record.topic(), record.partition(), record.offset()),
                null,
                List.of(reason),
                detail.toString(),
                null,
                null,
                "application/octet-stream",
                record.value() == null ? new byte[0] : record.value(),
                false,
                Era.clamp(Instant.ofEpochMilli(record.timestamp())),
                false,
                null);
    }
}
