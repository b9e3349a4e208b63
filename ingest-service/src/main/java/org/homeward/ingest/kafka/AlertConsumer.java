package org.homeward.ingest.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.homeward.ingest.correction.CriticalEvidence;
import org.homeward.kit.kafka.DeadLetter;
import org.homeward.kit.kafka.Handling;

/// Learns from `alerts` which readings are changed by two people only. What cannot be read or
/// stored goes to `dead-letters`; an unreachable store is waited for.
@ApplicationScoped
class AlertConsumer {
    private final Handling<CriticalEvidence.Learnt> handling;

    @Inject
    AlertConsumer(CriticalEvidence evidence, EventProducer producer, MeterRegistry meters) {
        this.handling =
                new Handling<>(
                        AlertEvidence::read,
                        evidence::learn,
                        (record, reason) ->
                                Uni.createFrom()
                                        .completionStage(
                                                producer.send(DeadLetter.record(record, reason))),
                        meters);
    }

    @Incoming("alerts-in")
    Uni<Void> take(ConsumerRecords<byte[], byte[]> records) {
        return handling.handle(records);
    }
}
