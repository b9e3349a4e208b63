package org.homeward.gateway.projection;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.homeward.gateway.projection.Event.Known;

/// Applies a batch of records to a projection in one transaction together with how far it has read.
/// An unreachable database or broker blocks and is tried again for ever; a record that cannot be
/// read goes to the dead letters.
@ApplicationScoped
public class Projection {
    private static final Duration SOON = Duration.ofMillis(200);
    private static final Duration LATER = Duration.ofSeconds(5);
    private static final Duration DEADLINE = Duration.ofSeconds(20);

    private final Pool pool;
    private final DeadLetters deadLetters;

    @Inject
    Projection(Pool pool, DeadLetters deadLetters) {
        this.pool = pool;
        this.deadLetters = deadLetters;
    }

    /// Applies the batch's readable events, in order and each once.
    public Uni<Void> apply(
            ConsumerRecords<byte[], byte[]> records,
            BiFunction<SqlConnection, List<Known>, Uni<Void>> change) {
        return Uni.createFrom()
                .deferred(() -> attempt(records, change))
                .ifNoItem()
                .after(DEADLINE)
                .fail()
                .onFailure()
                .invoke(e -> Log.warnf("a projection waits: %s", e.getClass().getSimpleName()))
                .onFailure()
                .retry()
                .withBackOff(SOON, LATER)
                .indefinitely();
    }

    private Uni<Void> attempt(
            ConsumerRecords<byte[], byte[]> records,
            BiFunction<SqlConnection, List<Known>, Uni<Void>> change) {
        return pool.withTransaction(
                connection ->
                        positions(connection, records)
                                .chain(positions -> unseen(records, positions))
                                .chain(events -> change.apply(connection, events))
                                .chain(() -> advance(connection, records)));
    }

    /// Locks and reads the positions of the batch's partitions.
    private static Uni<Map<TopicPartition, Long>> positions(
            SqlConnection connection, ConsumerRecords<byte[], byte[]> records) {
        String topic = records.partitions().iterator().next().topic();
        Integer[] partitions =
                records.partitions().stream()
                        .map(TopicPartition::partition)
                        .sorted()
                        .toArray(Integer[]::new);
        return connection
                .preparedQuery(
                        "insert into projection_position select $1, p, 0 from unnest($2::int[]) p"
                                + " on conflict (topic, partition) do update set topic = excluded.topic"
                                + " returning partition, next_offset")
                .execute(Tuple.of(topic, partitions))
                .map(
                        rows -> {
                            Map<TopicPartition, Long> found = new HashMap<>();
                            for (Row row : rows) {
                                found.put(
                                        new TopicPartition(topic, row.getInteger("partition")),
                                        row.getLong("next_offset"));
                            }
                            return found;
                        });
    }

    private Uni<List<Known>> unseen(
            ConsumerRecords<byte[], byte[]> records, Map<TopicPartition, Long> positions) {
        List<Known> events = new ArrayList<>();
        Uni<Void> refused = Uni.createFrom().voidItem();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            TopicPartition partition = new TopicPartition(record.topic(), record.partition());
            if (record.offset() < positions.getOrDefault(partition, 0L)) {
                continue;
            }
            switch (Event.of(record)) {
                case Known readable -> events.add(readable);
                case Event.Removed _ -> {}
                case Event.Unreadable bad -> {
                    Log.warnf("unreadable record on %s: %s", record.topic(), bad.cause());
                    refused = refused.chain(() -> deadLetters.send(record, bad.cause()));
                }
            }
        }
        return refused.replaceWith(events);
    }

    private static Uni<Void> advance(
            SqlConnection connection, ConsumerRecords<byte[], byte[]> records) {
        List<Tuple> positions = new ArrayList<>();
        for (TopicPartition partition : records.partitions()) {
            long next = records.records(partition).getLast().offset() + 1;
            positions.add(Tuple.of(partition.topic(), partition.partition(), next));
        }
        return connection
                .preparedQuery(
                        "update projection_position set next_offset = greatest(next_offset, $3)"
                                + " where topic = $1 and partition = $2")
                .executeBatch(positions)
                .replaceWithVoid();
    }
}
