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
    private static final Duration ANSWER = Duration.ofSeconds(3);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final long LONGEST = Duration.ofSeconds(5).toNanos();

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
                        () ->
                                vertx.executeBlocking(() -> read(patient), false)
                                        .toCompletionStage());
    }

    private List<CriticalEvidence.Learnt> read(UUID patient) throws UnreadableRecord {
        byte[] key = Uuids.toKey(patient);
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings())) {
            int partitions = consumer.partitionsFor(Topics.ALERTS, ANSWER).size();
            TopicPartition its =
                    new TopicPartition(
                            Topics.ALERTS, BuiltInPartitioner.partitionForKey(key, partitions));
            consumer.assign(List.of(its));
            begin(consumer, its);
            return rest(consumer, its, key);
        }
    }

    private static void begin(KafkaConsumer<byte[], byte[]> consumer, TopicPartition its) {
        OffsetAndMetadata handled = consumer.committed(Set.of(its), ANSWER).get(its);
        if (handled == null) {
            consumer.seekToBeginning(List.of(its));
        } else {
            consumer.seek(its, handled.offset());
        }
    }

    private static List<CriticalEvidence.Learnt> rest(
            KafkaConsumer<byte[], byte[]> consumer, TopicPartition its, byte[] key)
            throws UnreadableRecord {
        long end = Objects.requireNonNull(consumer.endOffsets(List.of(its), ANSWER).get(its));
        long started = System.nanoTime();
        List<CriticalEvidence.Learnt> out = new ArrayList<>();
        while (consumer.position(its, ANSWER) < end) {
            if (System.nanoTime() - started > LONGEST) {
                throw new IllegalStateException("too much is unread");
            }
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                if (Arrays.equals(record.key(), key)) {
                    AlertEvidence.read(record).ifPresent(out::add);
                }
            }
        }
        return out;
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(connection.settings());
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) ANSWER.toMillis());
        return settings;
    }
}
