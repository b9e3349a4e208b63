package org.homeward.alert.kafka;

import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.homeward.events.Topics;

/// A record that cannot be handled, as it was, with where it came from.
final class DeadLetter {
    private DeadLetter() {}

    static Message<byte[]> of(ConsumerRecord<byte[], byte[]> record, String reason) {
        Headers headers = new RecordHeaders(record.headers());
        header(headers, "topic", record.topic());
        header(headers, "partition", Integer.toString(record.partition()));
        header(headers, "offset", Long.toString(record.offset()));
        header(headers, "error-class", reason);
        byte[] value = record.value() == null ? new byte[0] : record.value();
        return Message.of(value)
                .addMetadata(
                        OutgoingKafkaRecordMetadata.<byte[]>builder()
                                .withTopic(Topics.DEAD_LETTERS)
                                .withKey(record.key())
                                .withTimestamp(Instant.ofEpochMilli(record.timestamp()))
                                .withHeaders(headers)
                                .build());
    }

    private static void header(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
