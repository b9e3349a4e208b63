package org.homeward.ingest.kafka;

import com.google.protobuf.InvalidProtocolBufferException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
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

/// Stores what was refused anywhere: by the door (`readings-rejected`) and by other services
/// (`dead-letters`), so that one list shows all that did not become a reading or an alert.
@ApplicationScoped
class RefusalConsumer {
    private static final Duration FIRST = Duration.ofMillis(200);
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final RefusalStore store;
    private final Counter letters;

    @Inject
    RefusalConsumer(RefusalStore store, MeterRegistry meters) {
        this.store = store;
        this.letters = meters.counter("homeward.ingest.dead.letters");
    }

    @Incoming("rejected-in")
    Uni<Void> rejected(ConsumerRecords<byte[], byte[]> records) {
        List<Refusal> refusals = new ArrayList<>(records.count());
        records.forEach(record -> refusals.add(rejection(record)));
        return keep(refusals);
    }

    @Incoming("dead-letters-in")
    Uni<Void> deadLetters(ConsumerRecords<byte[], byte[]> records) {
        List<Refusal> refusals = new ArrayList<>(records.count());
        records.forEach(record -> refusals.add(deadLetter(record, Refusal.DEAD_LETTER)));
        return keep(refusals).invoke(() -> letters.increment(refusals.size()));
    }

    private Uni<Void> keep(List<Refusal> refusals) {
        return store.keep(refusals).onFailure().retry().withBackOff(FIRST, LONGEST).indefinitely();
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
