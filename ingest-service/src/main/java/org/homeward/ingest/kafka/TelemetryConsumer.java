package org.homeward.ingest.kafka;

import com.google.protobuf.InvalidProtocolBufferException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.homeward.events.Decimals;
import org.homeward.events.Era;
import org.homeward.events.EventType;
import org.homeward.events.Topics;
import org.homeward.events.Uuids;
import org.homeward.events.v1.TelemetryReceived;
import org.homeward.ingest.clock.CheckClocks;
import org.homeward.ingest.clock.ClockStore;
import org.homeward.ingest.intake.Logged;
import org.homeward.ingest.intake.RecordReadings;
import org.homeward.ingest.reading.Arrival;
import org.homeward.ingest.reading.Refusal;
import org.homeward.ingest.sent.Path;
import org.homeward.ingest.sent.SelfReport;

/// Takes batches from `telemetry`. A record that cannot be read becomes a refusal in its place and
/// never stops the partition.
@ApplicationScoped
class TelemetryConsumer {
    private final RecordReadings recordReadings;
    private final CheckClocks clocks;

    @Inject
    TelemetryConsumer(RecordReadings recordReadings, CheckClocks clocks) {
        this.recordReadings = recordReadings;
        this.clocks = clocks;
    }

    @Incoming("telemetry-in")
    Uni<Void> take(ConsumerRecords<byte[], byte[]> records) {
        return Multi.createFrom()
                .iterable(() -> new Portions(records.iterator()))
                .onItem()
                .transformToUniAndConcatenate(this::record)
                .collect()
                .last();
    }

    private Uni<Void> record(List<Logged> portion) {
        return recordReadings.record(portion).invoke(() -> clocks.note(samples(portion)));
    }

    private static List<ClockStore.Sample> samples(List<Logged> portion) {
        List<ClockStore.Sample> out = new ArrayList<>(portion.size());
        for (Logged logged : portion) {
            logged.clock().ifPresent(out::add);
        }
        return out;
    }

    static Logged read(ConsumerRecord<byte[], byte[]> record) {
        if (record.key() == null || record.value() == null) {
            return unreadable(record, "NULL_KEY", "the record has no key or no value");
        }
        if (EventType.of(record.headers()).orElse(null) != EventType.TELEMETRY_RECEIVED) {
            return unreadable(record, "UNKNOWN_EVENT", "not a TelemetryReceived by its header");
        }
        try {
            return logged(record, TelemetryReceived.parseFrom(record.value()));
        } catch (InvalidProtocolBufferException | RuntimeException e) {
            return unreadable(record, "UNREADABLE", "the bytes are not a TelemetryReceived");
        }
    }

    private static Logged logged(
            ConsumerRecord<byte[], byte[]> record, TelemetryReceived telemetry) {
        UUID device = Uuids.fromBytes(telemetry.getDeviceId());
        Path path = Wire.path(telemetry.getProtocol());
        Instant received = Decimals.fromWire(telemetry.getReceivedAt());
        Instant recorded = Instant.ofEpochMilli(record.timestamp());
        String hub =
                telemetry.getHubId().isEmpty()
                        ? ""
                        : Uuids.fromBytes(telemetry.getHubId()).toString();
        List<Arrival> arrivals =
                telemetry.getReadingsList().stream()
                        .map(
                                r ->
                                        new Arrival(
                                                Uuids.fromBytes(r.getReadingId()),
                                                device,
                                                Wire.fromWire(r).relayedBy(hub),
                                                path,
                                                received,
                                                recorded))
                        .toList();
        return new Logged(record.partition(), record.offset(), arrivals, null, report(telemetry));
    }

    private static SelfReport report(TelemetryReceived telemetry) {
        return new SelfReport(
                telemetry.hasBattery() ? (Integer) telemetry.getBattery() : null,
                telemetry.getFirmware().isEmpty() ? null : telemetry.getFirmware());
    }

    private static Logged unreadable(
            ConsumerRecord<byte[], byte[]> record, String reason, String detail) {
        Refusal refusal =
                new Refusal(
                        Logged.idOf(Topics.TELEMETRY, record.partition(), record.offset()),
                        null,
                        List.of(reason),
                        Topics.TELEMETRY
                                + "/"
                                + record.partition()
                                + "/"
                                + record.offset()
                                + ": "
                                + detail,
                        null,
                        null,
                        "application/x-protobuf",
                        record.value() == null ? new byte[0] : record.value(),
                        false,
                        Era.clamp(Instant.ofEpochMilli(record.timestamp())),
                        false,
                        null);
        return new Logged(record.partition(), record.offset(), List.of(), refusal, null);
    }
}
