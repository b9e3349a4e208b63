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
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.homeward.gateway.projection.Event.Known;

/// Applies a batch of records to a projection in one transaction together with how far it has read.
/// An unreachable database or broker blocks and is tried again for ever; what can never be read or
/// applied goes to the dead letters with its reason, alone, and the others move on.
@ApplicationScoped
public class Projection {
    private static final Duration SOON = Duration.ofMillis(200);
    private static final Duration LATER = Duration.ofSeconds(5);
    private static final Duration DEADLINE = Duration.ofSeconds(20);

    /// How often what looks like a fault of the record itself is tried again.
    private static final int AGAIN = 2;

    private record Heard(ConsumerRecord<byte[], byte[]> record, Known event) {
        TopicPartition partition() {
            return new TopicPartition(record.topic(), record.partition());
        }
    }

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
        List<Heard> heard = new ArrayList<>();
        Uni<Void> refused = Uni.createFrom().voidItem();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            switch (Event.of(record)) {
                case Known readable -> heard.add(new Heard(record, readable));
                case Event.Removed _ -> {}
                case Event.Unreadable bad ->
                        refused = refused.chain(() -> setAside(record, bad.cause()));
            }
        }
        return refused.chain(() -> together(heard, change));
    }

    private Uni<Void> together(
            List<Heard> heard, BiFunction<SqlConnection, List<Known>, Uni<Void>> change) {
        if (heard.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Uni.createFrom()
                .deferred(() -> attempt(heard, change))
                .ifNoItem()
                .after(DEADLINE)
                .fail()
                .onFailure(Failures::isOfTheRecord)
                .retry()
                .atMost(AGAIN)
                .onFailure(Failures::mayPass)
                .invoke(Projection::waiting)
                .onFailure(Failures::mayPass)
                .retry()
                .withBackOff(SOON, LATER)
                .indefinitely()
                .onFailure()
                .recoverWithUni(e -> apart(heard, change, e));
    }

    /// Halves a batch until the record is alone that cannot be applied.
    private Uni<Void> apart(
            List<Heard> heard,
            BiFunction<SqlConnection, List<Known>, Uni<Void>> change,
            Throwable failure) {
        if (heard.size() == 1) {
            Log.errorf(
                    "a projection cannot apply a record: %s %s",
                    failure.getClass().getSimpleName(),
                    Stream.of(failure.getStackTrace())
                            .findFirst()
                            .map(Object::toString)
                            .orElse(""));
            return setAside(heard.getFirst().record(), Failures.reason(failure));
        }
        int half = heard.size() / 2;
        return together(heard.subList(0, half), change)
                .chain(() -> together(heard.subList(half, heard.size()), change));
    }

    private Uni<Void> setAside(ConsumerRecord<byte[], byte[]> record, String reason) {
        Log.warnf(
                "a record is set aside; topic=%s partition=%d offset=%d error=%s",
                record.topic(), record.partition(), record.offset(), reason);
        return Uni.createFrom()
                .deferred(() -> deadLetters.send(record, reason))
                .onFailure()
                .invoke(Projection::waiting)
                .onFailure()
                .retry()
                .withBackOff(SOON, LATER)
                .indefinitely();
    }

    private static void waiting(Throwable e) {
        Log.warnf("a projection waits: %s", e.getClass().getSimpleName());
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
                                .chain(() -> advance(connection, ends)));
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
