package org.homeward.ingest.kafka;

import com.google.protobuf.InvalidProtocolBufferException;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.homeward.events.Decimals;
import org.homeward.events.Era;
import org.homeward.events.EventType;
import org.homeward.events.Uuids;
import org.homeward.events.v1.DeviceEvent;
import org.homeward.events.v1.DeviceEventKind;
import org.homeward.ingest.IngestConfig;
import org.homeward.ingest.desk.DeviceDesk;
import org.homeward.kit.kafka.DeadLetter;
import org.homeward.kit.kafka.Handling;
import org.homeward.kit.kafka.UnreadableRecord;

/// Puts what is told about devices into the device desk's queue, with or without a patient, whom it
/// does not look at. A lost connection is no concern until the device is silent; what concerns a
/// patient's care, asks whose a value is, or is a fault of ours has other owners.
@ApplicationScoped
class DeskConsumer {
    private static final String PREFIX = "DEVICE_EVENT_KIND_";
    private static final Set<DeviceEventKind> OTHERS =
            EnumSet.of(
                    DeviceEventKind.DEVICE_EVENT_KIND_UNSPECIFIED,
                    DeviceEventKind.DEVICE_EVENT_KIND_CONNECTION_LOST,
                    DeviceEventKind.DEVICE_EVENT_KIND_DISCHARGED_PATIENT,
                    DeviceEventKind.DEVICE_EVENT_KIND_PROCESSING_FAULT,
                    DeviceEventKind.DEVICE_EVENT_KIND_IS_THIS_THE_PATIENT,
                    DeviceEventKind.UNRECOGNIZED);

    private final Handling<DeviceDesk.Told> handling;
    private final boolean past;

    @Inject
    DeskConsumer(
            DeviceDesk desk, EventProducer producer, MeterRegistry meters, IngestConfig config) {
        this.past = config.rebuildFrom().isPresent();
        this.handling =
                new Handling<>(
                        DeskConsumer::read,
                        desk::note,
                        (record, reason) ->
                                Uni.createFrom()
                                        .completionStage(
                                                producer.send(DeadLetter.record(record, reason))),
                        meters);
    }

    @Incoming("device-events-in")
    Uni<Void> take(ConsumerRecords<byte[], byte[]> records) {
        // A rebuild has the desk's queue from the old store, with what was done about it.
        return past ? Uni.createFrom().voidItem() : handling.handle(records);
    }

    static Optional<DeviceDesk.Told> read(ConsumerRecord<byte[], byte[]> record)
            throws UnreadableRecord {
        if (record.value() == null) {
            throw new UnreadableRecord("NO_VALUE");
        }
        if (EventType.of(record.headers()).orElse(null) != EventType.DEVICE_EVENT) {
            throw new UnreadableRecord("UNKNOWN_EVENT");
        }
        try {
            DeviceEvent event = DeviceEvent.parseFrom(record.value());
            return OTHERS.contains(event.getKind()) ? Optional.empty() : Optional.of(told(event));
        } catch (InvalidProtocolBufferException
                | IllegalArgumentException
                | ArithmeticException
                | DateTimeException e) {
            throw new UnreadableRecord("UNREADABLE");
        }
    }

    private static DeviceDesk.Told told(DeviceEvent event) {
        String kind = event.getKind().name().substring(PREFIX.length());
        return new DeviceDesk.Told(
                Uuids.fromBytes(event.getId()),
                Uuids.fromBytes(event.getDeviceId()),
                kind.toLowerCase(Locale.ROOT).replace('_', '-'),
                event.getDetail(),
                Era.check(Decimals.fromWire(event.getOccurredAt())));
    }
}
