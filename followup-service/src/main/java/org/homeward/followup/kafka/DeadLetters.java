package org.homeward.followup.kafka;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.homeward.kit.kafka.DeadLetter;

/// Sends a record that could not be handled to the dead letters, as it was. Done when the broker
/// has it.
@ApplicationScoped
class DeadLetters {
    private final MutinyEmitter<byte[]> emitter;

    @Inject
    DeadLetters(@Channel("dead-letters-out") MutinyEmitter<byte[]> emitter) {
        this.emitter = emitter;
    }

    Uni<Void> send(ConsumerRecord<byte[], byte[]> record, String reason) {
        return emitter.sendMessage(DeadLetter.message(record, reason));
    }
}
