package org.homeward.alert.kafka;

import com.google.protobuf.Message;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.homeward.alert.db.AlertProjection;
import org.homeward.kit.kafka.DeadLetter;
import org.homeward.kit.kafka.Handling;

/// Feeds the projection from `alerts`, a batch in a transaction. What cannot be read, and what the
/// database can never take, goes to `dead-letters` alone; an unreachable database is waited for.
@ApplicationScoped
public class AlertsConsumer {
    private final Handling<Message> handling;

    @Inject
    AlertsConsumer(
            AlertProjection projection,
            @Channel("dead-letters-out") MutinyEmitter<byte[]> deadLetters,
            MeterRegistry meters) {
        this.handling =
                new Handling<>(
                        AlertRecords::read, projection::apply, DeadLetter.to(deadLetters), meters);
    }

    @Incoming("alerts-in")
    public Uni<Void> follow(ConsumerRecords<byte[], byte[]> records) {
        return handling.handle(records);
    }
}
