package org.homeward.followup.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.homeward.followup.episode.AlertFact;
import org.homeward.followup.work.OpenFollowUp;
import org.homeward.kit.kafka.DeadLetter;
import org.homeward.kit.kafka.Handling;

/// Topic `alerts` to tasks: one transaction per batch. An unreachable store or broker blocks and is
/// tried again without end; a record that fails by itself goes to the dead letters and the others
/// move on.
@ApplicationScoped
class AlertsConsumer {
    private final Handling<AlertFact> handling;

    @Inject
    AlertsConsumer(
            OpenFollowUp openFollowUp,
            @Channel("dead-letters-out") MutinyEmitter<byte[]> deadLetters,
            MeterRegistry meters) {
        this.handling =
                new Handling<>(
                        AlertFacts::read, openFollowUp::after, DeadLetter.to(deadLetters), meters);
    }

    @Incoming("alerts-in")
    Uni<Void> consume(ConsumerRecords<byte[], byte[]> records) {
        return handling.handle(records);
    }
}
