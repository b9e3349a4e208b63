package org.homeward.kit.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

/// What is set aside can be made again as it was.
class DeadLetterTest {
    private static final byte[] KEY = bytes("key");
    private static final byte[] VALUE = bytes("value");

    @Test
    void theRecordIsMadeAgainFromItsLetter() {
        ConsumerRecord<byte[], byte[]> record = record("readings", header("ce_id", "1"));
        assertThat(DeadLetter.original(read(DeadLetter.record(record, "STORE_REFUSED"))))
                .contains(
                        new ProducerRecord<>(
                                "readings", null, 1_800L, KEY, VALUE, record.headers()));
    }

    @Test
    void headersOfItsOwnThatAreNamedAsTheLettersStay() {
        ConsumerRecord<byte[], byte[]> record =
                record(
                        "readings",
                        header("topic", "alerts"),
                        header("offset", "4711"),
                        header("offset", "4712"));
        assertThat(DeadLetter.original(read(DeadLetter.record(record, "NO_KEY"))))
                .hasValueSatisfying(o -> assertThat(o.topic()).isEqualTo("readings"))
                .hasValueSatisfying(o -> assertThat(o.headers()).isEqualTo(record.headers()));
    }

    @Test
    void whatIsAddedToALetterOnItsWayIsNotTakenForTheLetters() {
        ProducerRecord<byte[], byte[]> letter =
                DeadLetter.record(record("device-events"), "UNREADABLE");
        letter.headers().add(header("traceparent", "00"));
        assertThat(DeadLetter.original(read(letter)))
                .hasValueSatisfying(
                        o ->
                                assertThat(o.headers().toArray())
                                        .containsExactly(header("traceparent", "00")));
    }

    @Test
    void whatDoesNotSayWhereItCameFromIsNone() {
        assertThat(DeadLetter.original(record("dead-letters"))).isEqualTo(Optional.empty());
        assertThat(DeadLetter.original(record("dead-letters", header("topic", "readings"))))
                .isEqualTo(Optional.empty());
    }

    private static ConsumerRecord<byte[], byte[]> read(ProducerRecord<byte[], byte[]> letter) {
        return record(letter.topic(), letter.headers().toArray());
    }

    private static ConsumerRecord<byte[], byte[]> record(String topic, Header... own) {
        Headers headers = new RecordHeaders(own);
        return new ConsumerRecord<>(
                topic,
                3,
                7,
                1_800L,
                TimestampType.CREATE_TIME,
                0,
                0,
                KEY,
                VALUE,
                headers,
                Optional.empty());
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, bytes(value));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
