package org.homeward.ingest.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.InvalidProtocolBufferException;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.homeward.events.Topics;
import org.homeward.events.v1.TelemetryReceived;
import org.homeward.ingest.Given;
import org.homeward.ingest.IngestTest;
import org.homeward.ingest.reading.Refusal;
import org.homeward.ingest.redrive.Way;
import org.homeward.ingest.sent.Path;
import org.homeward.kit.test.Topic;
import org.junit.jupiter.api.Test;

/// What was set aside is taken from its place in the log, once more to its end.
@QuarkusTest
@IngestTest
class StoredRecordsIT {
    @Inject StoredRecords records;

    @Test
    void aRecordThatWasSetAsideGoesToTheEndOfTheLogAsItWas() throws InvalidProtocolBufferException {
        Given.Worn device = Given.worn();
        Given.post(device, Given.pulse("72", Given.now()));
        await().atMost(Duration.ofSeconds(20)).until(() -> log(device).size() == 1);
        ConsumerRecord<byte[], byte[]> first = log(device).getFirst();
        assertThat(again(device, first.partition(), first.offset()))
                .isEqualTo(Way.Verdict.ACCEPTED);
        await().atMost(Duration.ofSeconds(20)).until(() -> log(device).size() == 2);
        TelemetryReceived before = TelemetryReceived.parseFrom(first.value());
        TelemetryReceived after = TelemetryReceived.parseFrom(log(device).getLast().value());
        assertThat(after.toBuilder().setId(before.getId()).build()).isEqualTo(before);
    }

    @Test
    void whatTheLogHasNoMoreSaysSo() {
        Given.Worn device = Given.worn();
        assertThat(again(device, 0, Long.MAX_VALUE).fault()).startsWith("NOT_FOUND");
        assertThat(again(device, 4711, 0).fault()).startsWith("NOT_FOUND");
    }

    private Way.Verdict again(Given.Worn device, int partition, long offset) {
        String place = Topics.TELEMETRY + "/" + partition + "/" + offset;
        Refusal refusal =
                new Refusal(
                        UUID.randomUUID(),
                        device.device(),
                        List.of("INTERNAL_FAULT"),
                        "a fault of ours",
                        null,
                        Path.HTTP,
                        "text/plain",
                        place.getBytes(StandardCharsets.UTF_8),
                        false,
                        Instant.now(),
                        false,
                        null);
        assertThat(records.takes(refusal)).isTrue();
        return Given.await(records.again(refusal));
    }

    private static List<ConsumerRecord<byte[], byte[]>> log(Given.Worn device) {
        return Topic.of(Topics.TELEMETRY, device.device());
    }
}
