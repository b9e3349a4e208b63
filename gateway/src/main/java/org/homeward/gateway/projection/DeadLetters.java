package org.homeward.gateway.projection;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;

/// Sends what could not be read or applied to the dead letters, as it was. Done when the broker has
/// it.
@ApplicationScoped
class DeadLetters {
    private final MutinyEmitter<byte[]> emitter;

    @Inject
    DeadLetters(@Channel("dead-letters-out") MutinyEmitter<byte[]> emitter) {
        this.emitter = emitter;
    }

    Uni<Void> send(ConsumerRecord<byte[], byte[]> record, String cause) {
        RecordHeaders headers = new RecordHeaders(record.headers());
        add(headers, "topic", record.topic());
        add(headers, "partition", Integer.toString(record.partition()));
        add(headers, "offset", Long.toString(record.offset()));
        add(headers, "error", cause);
        return emitter.sendMessage(
                Message.of(record.value())
                        .addMetadata(
                                OutgoingKafkaRecordMetadata.<byte[]>builder()
                                        .withKey(record.key())
                                        .withHeaders(headers)
                                        .build()));
    }

    private static void add(RecordHeaders headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
