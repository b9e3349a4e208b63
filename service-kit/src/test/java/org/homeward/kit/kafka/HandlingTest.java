package org.homeward.kit.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.CompositeException;
import io.smallrye.mutiny.Uni;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class HandlingTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final List<Long> done = new ArrayList<>();
    private final List<String> aside = new ArrayList<>();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    private void handle(int records, Function<List<Long>, Uni<Void>> work) {
        List<ConsumerRecord<byte[], byte[]>> batch =
                LongStream.rangeClosed(1, records)
                        .mapToObj(
                                i -> new ConsumerRecord<>("topic", 0, i, new byte[0], new byte[0]))
                        .toList();
        new Handling<>(HandlingTest::read, work, this::keep, meters)
                .handle(batch)
                .await()
                .atMost(SOON);
    }

    private double counted(String reason) {
        return meters.counter("homeward.set.aside", "topic", "topic", "reason", reason).count();
    }

    private static Optional<Long> read(ConsumerRecord<byte[], byte[]> record)
            throws UnreadableRecord {
        if (record.offset() == 7) {
            throw new UnreadableRecord("UNREADABLE");
        }
        return Optional.of(record.offset());
    }

    private Uni<Void> keep(ConsumerRecord<byte[], byte[]> record, String reason) {
        aside.add(record.offset() + " " + reason);
        return Uni.createFrom().voidItem();
    }

    private Uni<Void> failing(List<Long> batch, long bad, RuntimeException failure) {
        if (batch.contains(bad)) {
            return Uni.createFrom().failure(failure);
        }
        done.addAll(batch);
        return Uni.createFrom().voidItem();
    }

    @Test
    void whatTheStoreRefusesIsSetAsideAloneAndTheOthersAreHandledInOrder() {
        PgException refused = new PgException("", "ERROR", "23514", "");
        handle(5, batch -> failing(batch, 3, refused));
        assertThat(done).containsExactly(1L, 2L, 4L, 5L);
        assertThat(aside).containsExactly("3 STORE_REFUSED");
        assertThat(counted("STORE_REFUSED")).isEqualTo(1);
    }

    @Test
    void aFaultOfOursIsSetAsideAfterAFewTries() {
        handle(2, batch -> failing(batch, 1, new IllegalArgumentException()));
        assertThat(done).containsExactly(2L);
        assertThat(aside).containsExactly("1 INTERNAL_FAULT");
        assertThat(counted("INTERNAL_FAULT")).isEqualTo(1);
    }

    @Test
    void whatCannotBeReadIsSetAsideWithItsReason() {
        handle(8, batch -> failing(batch, 0, new IllegalArgumentException()));
        assertThat(done).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 8L);
        assertThat(aside).containsExactly("7 UNREADABLE");
        assertThat(counted("UNREADABLE")).isEqualTo(1);
    }

    @Test
    void whatIsAwayIsWaitedFor() {
        AtomicInteger tries = new AtomicInteger();
        handle(
                1,
                _ ->
                        tries.incrementAndGet() < 5
                                ? Uni.createFrom().failure(new IOException("away"))
                                : Uni.createFrom().voidItem());
        assertThat(tries).hasValue(5);
        assertThat(aside).isEmpty();
        assertThat(meters.getMeters()).isEmpty();
    }

    @Test
    void onlyTheDataAndOurFaultsAreGivenUp() {
        assertThat(Failures.willPass(new PgException("", "FATAL", "57P01", ""))).isTrue();
        assertThat(Failures.willPass(new PgException("", "ERROR", "40001", ""))).isTrue();
        assertThat(Failures.willPass(new IllegalStateException("closed"))).isTrue();
        assertThat(Failures.willPass(new PgException("", "ERROR", "22021", ""))).isFalse();
    }

    @Test
    void whatTheyAreWrappedInMakesNoDifference() {
        SQLException refused = new SQLException("", "23505");
        assertThat(Failures.willPass(new IllegalStateException(refused))).isFalse();
        assertThat(Failures.willPass(new CompletionException(new ClassCastException()))).isFalse();
        CompositeException undone =
                new CompositeException(new NullPointerException(), new IOException());
        assertThat(Failures.willPass(undone)).isFalse();
        assertThat(Failures.willPass(new CompletionException(new IOException()))).isTrue();
    }
}
