package org.homeward.ingest.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.homeward.events.Decimals;
import org.homeward.events.EventType;
import org.homeward.events.Sources;
import org.homeward.events.Uuids;
import org.homeward.events.v1.ReadingRejected;
import org.homeward.events.v1.TelemetryReceived;
import org.homeward.ingest.door.ReadingLog;
import org.homeward.ingest.door.Submission;
import org.homeward.ingest.reading.Concern;
import org.homeward.ingest.reading.Refusal;
import org.homeward.ingest.sent.SelfReport;

/// [ReadingLog] on Kafka: a stage completes when all in-sync replicas have the record.
@ApplicationScoped
class KafkaReadingLog implements ReadingLog {
    private static final UUID NOBODY = new UUID(0, 0);

    private final EventProducer producer;

    @Inject
    KafkaReadingLog(EventProducer producer) {
        this.producer = producer;
    }

    @Override
    public CompletableFuture<Void> append(Submission submission) {
        UUID id = UUID.randomUUID();
        return producer.offer(
                        new EventProducer.Outgoing(
                                EventType.TELEMETRY_RECEIVED,
                                submission.deviceId(),
                                id,
                                submission.received(),
                                event(id, submission)))
                .exceptionallyCompose(KafkaReadingLog::failed);
    }

    private static TelemetryReceived event(UUID id, Submission submission) {
        TelemetryReceived.Builder event =
                TelemetryReceived.newBuilder()
                        .setId(Uuids.toBytes(id))
                        .setDeviceId(Uuids.toBytes(submission.deviceId()))
                        .setProtocol(Wire.toWire(submission.path()))
                        .setReceivedAt(Decimals.toWire(submission.received()))
                        .setSourceType(submission.sourceType())
                        .setEnteredBy(submission.enteredBy());
        Sources.put(event, submission.source());
        submission.readings().forEach(r -> event.addReadings(Wire.toWire(r.id(), r.sent())));
        if (submission.relayedBy() != null) {
            event.setHubId(Uuids.toBytes(submission.relayedBy()));
        }
        SelfReport report = submission.report();
        if (report.battery() != null) {
            event.setBattery(report.battery());
        }
        if (report.firmware() != null) {
            event.setFirmware(report.firmware());
        }
        return event.build();
    }

    private static CompletableFuture<Void> failed(Throwable error) {
        Throwable cause = error instanceof CompletionException e ? e.getCause() : error;
        return CompletableFuture.failedFuture(
                cause instanceof RecordTooLargeException ? new TooLarge() : error);
    }

    @Override
    public CompletableFuture<Void> refuse(List<Refusal> refusals) {
        return all(refusals.stream().map(this::send).toList());
    }

    private CompletableFuture<Void> send(Refusal refusal) {
        UUID device = refusal.deviceId() == null ? NOBODY : refusal.deviceId();
        ReadingRejected.Builder event =
                ReadingRejected.newBuilder()
                        .setId(Uuids.toBytes(refusal.id()))
                        .setDeviceId(Uuids.toBytes(device))
                        .addAllReasons(refusal.reasons())
                        .setDetail(refusal.detail())
                        .setPayloadType(refusal.payloadType())
                        .setPayload(Wire.bytes(refusal.payload()))
                        .setPayloadTruncated(refusal.truncated())
                        .setReceivedAt(Decimals.toWire(refusal.received()))
                        .setBestEffort(refusal.bestEffort());
        if (refusal.index() != null) {
            event.setIndex(refusal.index());
        }
        if (refusal.path() != null) {
            event.setProtocol(Wire.toWire(refusal.path()));
        }
        if (refusal.relayedBy() != null) {
            event.setHubId(Uuids.toBytes(refusal.relayedBy()));
        }
        return producer.offer(
                new EventProducer.Outgoing(
                        EventType.READING_REJECTED,
                        device,
                        refusal.id(),
                        refusal.received(),
                        event.build()));
    }

    @Override
    public CompletableFuture<Void> report(List<Concern> concerns) {
        return all(concerns.stream().map(c -> producer.offer(ConcernEvents.of(c))).toList());
    }

    static CompletableFuture<Void> all(List<CompletableFuture<Void>> sends) {
        return sends.size() == 1
                ? sends.getFirst()
                : CompletableFuture.allOf(sends.toArray(new CompletableFuture<?>[0]));
    }
}
