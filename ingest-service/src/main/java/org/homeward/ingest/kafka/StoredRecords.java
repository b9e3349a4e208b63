package org.homeward.ingest.kafka;

import com.google.protobuf.InvalidProtocolBufferException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.homeward.events.Decimals;
import org.homeward.events.EventType;
import org.homeward.events.Topics;
import org.homeward.events.Uuids;
import org.homeward.events.v1.TelemetryReading;
import org.homeward.events.v1.TelemetryReceived;
import org.homeward.ingest.reading.Refusal;
import org.homeward.ingest.redrive.Way;

/// What passed its door and was refused behind it, or was set aside, is still in the log: it goes
/// there once more, at its end, and is counted like everything else that is there.
@ApplicationScoped
class StoredRecords implements Way {
    private static final String SET_ASIDE = Topics.TELEMETRY + "/";

    private final LogLookup lookup;
    private final EventProducer producer;

    @Inject
    StoredRecords(LogLookup lookup, EventProducer producer) {
        this.lookup = lookup;
        this.producer = producer;
    }

    @Override
    public boolean takes(Refusal refusal) {
        return refusal.deviceId() != null
                && refusal.payloadType().equals("text/plain")
                && !refusal.reasons().contains("CONFLICT");
    }

    @Override
    public Uni<Verdict> again(Refusal refusal) {
        return Uni.createFrom()
                .item(() -> find(refusal))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .chain(
                        found ->
                                found.isEmpty()
                                        ? Uni.createFrom()
                                                .item(
                                                        new Verdict(
                                                                "NOT_FOUND: the log has it no more"))
                                        : send(refusal, found.get()));
    }

    private Optional<TelemetryReceived> find(Refusal refusal) {
        String text = new String(refusal.payload(), StandardCharsets.UTF_8);
        if (text.startsWith(SET_ASIDE)) {
            String[] place = text.split("/", 3);
            return lookup.at(Topics.TELEMETRY, Integer.parseInt(place[1]), Long.parseLong(place[2]))
                    .map(StoredRecords::event);
        }
        UUID reading = UUID.fromString(text.substring(0, text.indexOf(' ')));
        UUID device = Objects.requireNonNull(refusal.deviceId());
        return lookup.holding(device, reading, refusal.received())
                .map(record -> alone(event(record), reading));
    }

    private static TelemetryReceived event(ConsumerRecord<byte[], byte[]> record) {
        try {
            return TelemetryReceived.parseFrom(record.value());
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("a record that was read before", e);
        }
    }

    private static TelemetryReceived alone(TelemetryReceived event, UUID reading) {
        List<TelemetryReading> one =
                event.getReadingsList().stream()
                        .filter(r -> Uuids.fromBytes(r.getReadingId()).equals(reading))
                        .toList();
        return event.toBuilder().clearReadings().addAllReadings(one).build();
    }

    /// What the device said of itself was told then; it is not news.
    private Uni<Verdict> send(Refusal refusal, TelemetryReceived event) {
        UUID id = Uuids.v5(refusal.id(), "redrive");
        EventProducer.Outgoing out =
                new EventProducer.Outgoing(
                        EventType.TELEMETRY_RECEIVED,
                        Uuids.fromBytes(event.getDeviceId()),
                        id,
                        Decimals.fromWire(event.getReceivedAt()),
                        event.toBuilder()
                                .setId(Uuids.toBytes(id))
                                .clearBattery()
                                .clearFirmware()
                                .build());
        return Uni.createFrom()
                .completionStage(() -> producer.send(out))
                .replaceWith(Verdict.ACCEPTED);
    }
}
