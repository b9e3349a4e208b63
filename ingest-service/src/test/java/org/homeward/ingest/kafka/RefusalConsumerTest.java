package org.homeward.ingest.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.homeward.events.Topics;
import org.homeward.ingest.reading.Refusal;
import org.junit.jupiter.api.Test;

class RefusalConsumerTest {
    private static final int BYTES = 60_000;

    private final List<List<Refusal>> kept = new ArrayList<>();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final RefusalConsumer consumer = new RefusalConsumer(this::keep, metrics);

    /// A body that begins with 1 is one that the store takes in no way.
    private Uni<Void> keep(List<Refusal> refusals) {
        if (refusals.stream().anyMatch(r -> r.payload().length > 0 && r.payload()[0] == 1)) {
            return Uni.createFrom().failure(new SQLException("never", "22021"));
        }
        kept.add(refusals);
        return Uni.createFrom().voidItem();
    }

    private static ConsumerRecords<byte[], byte[]> letters(int count, int bad) {
        List<ConsumerRecord<byte[], byte[]>> records =
                IntStream.range(0, count)
                        .mapToObj(
                                i -> {
                                    byte[] value = new byte[BYTES];
                                    value[0] = (byte) (i == bad ? 1 : 0);
                                    return new ConsumerRecord<>(
                                            Topics.DEAD_LETTERS, 0, i, new byte[16], value);
                                })
                        .toList();
        return new ConsumerRecords<>(
                Map.of(new TopicPartition(Topics.DEAD_LETTERS, 0), records), Map.of());
    }

    @Test
    void manyLargeOnesAreKeptByAFewAtATime() {
        consumer.deadLetters(letters(500, -1)).await().atMost(Duration.ofSeconds(20));
        assertThat(kept.stream().mapToInt(List::size).sum()).isEqualTo(500);
        assertThat(kept)
                .allSatisfy(
                        portion ->
                                assertThat(portion.stream().mapToInt(r -> r.payload().length).sum())
                                        .isLessThanOrEqualTo(1024 * 1024));
        assertThat(metrics.counter("homeward.ingest.dead.letters").count()).isEqualTo(500);
    }

    @Test
    void oneThatTheStoreNeverTakesStopsNoOtherAndItsPlaceIsKept() {
        consumer.deadLetters(letters(40, 17)).await().atMost(Duration.ofSeconds(20));
        List<Refusal> all = kept.stream().flatMap(List::stream).toList();
        assertThat(all).hasSize(40).extracting(Refusal::id).doesNotHaveDuplicates();
        assertThat(all)
                .filteredOn(r -> r.reasons().contains("STORE_REFUSED"))
                .singleElement()
                .satisfies(r -> assertThat(r.detail()).isEqualTo(Topics.DEAD_LETTERS + "/0/17"))
                .satisfies(r -> assertThat(r.payload()).isEmpty());
    }
}
