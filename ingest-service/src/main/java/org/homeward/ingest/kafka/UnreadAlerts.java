package org.homeward.ingest.kafka;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.homeward.events.Topics;
import org.homeward.events.Uuids;
import org.homeward.ingest.correction.CriticalEvidence;
import org.homeward.kit.kafka.KafkaConnection;
import org.homeward.kit.kafka.UnreadableRecord;

/// What stands on `alerts` behind the place up to which [AlertConsumer] has surely got: a reading
/// is changed by one person only when its patient's alerts are known to the end of the topic.
@ApplicationScoped
class UnreadAlerts implements CriticalEvidence.Unread {
    /// For all of it: the gateway gives a request 5 seconds, and the store wants its share.
    private static final Duration LONGEST = Duration.ofMillis(3_500);

    private static final Duration POLL = Duration.ofMillis(200);

    private final Vertx vertx;
    private final KafkaConnection connection;
    private final String group;

    @Inject
    UnreadAlerts(
            Vertx vertx,
            KafkaConnection connection,
            @ConfigProperty(name = "mp.messaging.incoming.alerts-in.group.id") String group) {
        this.vertx = vertx;
        this.connection = connection;
        this.group = group;
    }

    @Override
    public Uni<List<CriticalEvidence.Learnt>> of(UUID patient) {
        return Uni.createFrom()
                .completionStage(
                        () -> vertx.executeBlocking(() -> read(patient), false).toCompletionStage())
                .ifNoItem()
                .after(LONGEST)
                .fail();
    }

    private List<CriticalEvidence.Learnt> read(UUID patient) throws UnreadableRecord {
        Deadline deadline = Deadline.in(LONGEST);
        byte[] key = Uuids.toKey(patient);
        KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings());
        try {
            int partitions = consumer.partitionsFor(Topics.ALERTS, deadline.left()).size();
            TopicPartition its =
                    new TopicPartition(
                            Topics.ALERTS, BuiltInPartitioner.partitionForKey(key, partitions));
            consumer.assign(List.of(its));
            begin(consumer, its, deadline);
            return rest(consumer, its, key, deadline);
        } finally {
            // It is in no group: a broker that does not answer is not waited for.
            consumer.close(CloseOptions.timeout(Duration.ZERO));
        }
    }

    private static void begin(
            KafkaConsumer<byte[], byte[]> consumer, TopicPartition its, Deadline deadline) {
        OffsetAndMetadata handled = consumer.committed(Set.of(its), deadline.left()).get(its);
        if (handled == null) {
            consumer.seekToBeginning(List.of(its));
        } else {
            consumer.seek(its, handled.offset());
        }
    }

    private static List<CriticalEvidence.Learnt> rest(
            KafkaConsumer<byte[], byte[]> consumer,
            TopicPartition its,
            byte[] key,
            Deadline deadline)
            throws UnreadableRecord {
        long end =
                Objects.requireNonNull(consumer.endOffsets(List.of(its), deadline.left()).get(its));
        List<CriticalEvidence.Learnt> out = new ArrayList<>();
        while (consumer.position(its, deadline.left()) < end) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                if (Arrays.equals(record.key(), key)) {
                    AlertEvidence.read(record).ifPresent(out::add);
                }
            }
        }
        return out;
    }

    /// One end for all calls, each of which may take what the others have left.
    private record Deadline(long nanos) {
        static Deadline in(Duration time) {
            return new Deadline(System.nanoTime() + time.toNanos());
        }

        /// Fails when nothing is left.
        Duration left() {
            long left = nanos - System.nanoTime();
            if (left <= 0) {
                throw new IllegalStateException("the broker is too slow, or too much is unread");
            }
            return Duration.ofNanos(left);
        }
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(connection.settings());
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) LONGEST.toMillis());
        return settings;
    }
}
