package org.homeward.gateway.projection;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.homeward.gateway.projection.Event.Known;
import org.homeward.kit.kafka.DeadLetter;
import org.homeward.kit.kafka.Handling;
import org.homeward.kit.kafka.UnreadableRecord;

/// Applies a batch of records to a projection in one transaction together with how far it has read.
/// An unreachable database or broker blocks and is tried again for ever; what can never be read or
/// applied goes to the dead letters with its reason, alone, and the others move on.
@ApplicationScoped
public class Projection {
    private static final Duration DEADLINE = Duration.ofSeconds(20);

    private record Heard(ConsumerRecord<byte[], byte[]> record, Known event) {
        TopicPartition partition() {
            return new TopicPartition(record.topic(), record.partition());
        }
    }

    private final Pool pool;
    private final BiFunction<ConsumerRecord<byte[], byte[]>, String, Uni<Void>> aside;
    private final MeterRegistry meters;

    @Inject
    Projection(
            Pool pool,
            @Channel("dead-letters-out") MutinyEmitter<byte[]> deadLetters,
            MeterRegistry meters) {
        this.pool = pool;
        this.aside = DeadLetter.to(deadLetters);
        this.meters = meters;
    }

    /// Applies the batch's readable events, in order and each once.
    public Uni<Void> apply(
            ConsumerRecords<byte[], byte[]> records,
            BiFunction<SqlConnection, List<Known>, Uni<Void>> change) {
        return new Handling<Heard>(Projection::read, heard -> attempt(heard, change), aside, meters)
                .handle(records);
    }

    private static Optional<Heard> read(ConsumerRecord<byte[], byte[]> record)
            throws UnreadableRecord {
        return switch (Event.of(record)) {
            case Known readable -> Optional.of(new Heard(record, readable));
            case Event.Removed _ -> Optional.empty();
            case Event.Unreadable bad -> throw new UnreadableRecord(bad.cause());
        };
    }

    private Uni<Void> attempt(
            List<Heard> heard, BiFunction<SqlConnection, List<Known>, Uni<Void>> change) {
        Map<TopicPartition, Long> ends = new HashMap<>();
        heard.forEach(h -> ends.put(h.partition(), h.record().offset() + 1));
        return pool.withTransaction(
                        connection ->
                                positions(connection, ends.keySet())
                                        .map(positions -> unseen(heard, positions))
                                        .chain(events -> change.apply(connection, events))
                                        .chain(() -> advance(connection, ends)))
                .ifNoItem()
                .after(DEADLINE)
                .fail();
    }

    /// Locks and reads the positions of the batch's partitions.
    private static Uni<Map<TopicPartition, Long>> positions(
            SqlConnection connection, Set<TopicPartition> batch) {
        String topic = batch.iterator().next().topic();
        Integer[] partitions =
                batch.stream().map(TopicPartition::partition).sorted().toArray(Integer[]::new);
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

    private static List<Known> unseen(List<Heard> heard, Map<TopicPartition, Long> positions) {
        return heard.stream()
                .filter(h -> h.record().offset() >= positions.getOrDefault(h.partition(), 0L))
                .map(Heard::event)
                .toList();
    }

    private static Uni<Void> advance(SqlConnection connection, Map<TopicPartition, Long> ends) {
        List<Tuple> positions =
                ends.entrySet().stream()
                        .map(
                                e ->
                                        Tuple.of(
                                                e.getKey().topic(),
                                                e.getKey().partition(),
                                                e.getValue()))
                        .toList();
        return connection
                .preparedQuery(
                        "update projection_position set next_offset = greatest(next_offset, $3)"
                                + " where topic = $1 and partition = $2")
                .executeBatch(positions)
                .replaceWithVoid();
    }
}
