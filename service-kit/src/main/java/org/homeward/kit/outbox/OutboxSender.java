package org.homeward.kit.outbox;

import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.homeward.events.EventType;

/// Sends one outbox row as a Kafka record with its CloudEvents headers, by channel `outbox-out`.
@ApplicationScoped
@IfBuildProperty(name = "homeward.outbox.enabled", stringValue = "true")
class OutboxSender {
    private final MutinyEmitter<byte[]> emitter;
    private final String source;

    @Inject
    OutboxSender(
            @Channel("outbox-out") MutinyEmitter<byte[]> emitter,
            @ConfigProperty(name = "quarkus.application.name") String application) {
        this.emitter = emitter;
        this.source = "/homeward/" + application.replaceFirst("^homeward-", "");
    }

    /// Done when the broker has acknowledged; fails when it has not, and then the row is sent
    /// again.
    Uni<Void> send(Row row) {
        EventType type =
                EventType.named(row.getString("type"))
                        .orElseThrow(
                                () -> new IllegalStateException("unknown event in the outbox"));
        UUID id = row.getUUID("id");
        Instant at = row.getOffsetDateTime("occurred_at").toInstant();
        OutgoingKafkaRecordMetadata<byte[]> metadata =
                OutgoingKafkaRecordMetadata.<byte[]>builder()
                        .withTopic(row.getString("topic"))
                        .withKey(row.getString("key").getBytes(StandardCharsets.UTF_8))
                        .withTimestamp(at)
                        .withHeaders(new RecordHeaders(type.headers(id, source, at)))
                        .build();
        return emitter.sendMessage(
                Message.of(row.getBuffer("value").getBytes()).addMetadata(metadata));
    }
}
