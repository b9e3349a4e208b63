package org.homeward.gateway.live;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.homeward.gateway.GatewayConfig;
import org.homeward.gateway.projection.Event;
import org.homeward.gateway.projection.Event.Known;

/// Brings a client from the last event it has seen to the end of the log, out of Kafka, and then
/// among the live ones without a gap in between. Few at a time; the others wait their turn.
@ApplicationScoped
class CatchUp {
    private static final Duration POLL = Duration.ofMillis(200);

    private final FeedConsumers consumers;
    private final FeedEvents events;
    private final LiveLog log;
    private final Semaphore turns;

    @Inject
    CatchUp(FeedConsumers consumers, FeedEvents events, LiveLog log, GatewayConfig config) {
        this.consumers = consumers;
        this.events = events;
        this.log = log;
        this.turns = new Semaphore(config.feed().catchUps());
    }

    /// Joins the feed to the live ones once it has everything after the vector.
    void start(Feed feed, OffsetVector seen) {
        if (log.isAt(seen) && log.join(feed, seen)) {
            return;
        }
        log.await(feed);
        Thread.ofVirtual().name("catch-up").start(() -> run(feed, seen));
    }

    private void run(Feed feed, OffsetVector seen) {
        try {
            turns.acquire();
            try (KafkaConsumer<byte[], byte[]> consumer = consumers.open()) {
                read(consumer, feed, seen);
            } finally {
                turns.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            feed.close();
        } catch (RuntimeException e) {
            Log.warnf("catching up failed: %s", e.getClass().getSimpleName());
            feed.close();
        }
    }

    private void read(KafkaConsumer<byte[], byte[]> consumer, Feed feed, OffsetVector seen)
            throws InterruptedException {
        List<TopicPartition> partitions = seen.partitions();
        consumer.assign(partitions);
        OffsetVector at = begin(consumer, feed, seen);
        partitions.forEach(p -> consumer.seek(p, at.get(p)));
        while (!feed.isClosed() && !log.join(feed, at)) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                TopicPartition partition = new TopicPartition(record.topic(), record.partition());
                at.advance(partition, record.offset() + 1);
                if (Event.of(record) instanceof Known known
                        && feed.sees(known.key())
                        && !feed.put(at.toString(), events.of(known))) {
                    return;
                }
            }
            partitions.forEach(p -> at.advance(p, consumer.position(p)));
        }
    }

    /// Moves past what Kafka no longer has and back from what it never had, and says so.
    private static OffsetVector begin(
            KafkaConsumer<byte[], byte[]> consumer, Feed feed, OffsetVector seen) {
        Map<TopicPartition, Long> oldest = consumer.beginningOffsets(seen.partitions());
        Map<TopicPartition, Long> newest = consumer.endOffsets(seen.partitions());
        OffsetVector at = seen.bounded(oldest, newest);
        if (!at.toString().equals(seen.toString())) {
            feed.offer(new Feed.Line(at.toString(), "gap", "{\"kind\":\"gap\"}"));
        }
        return at;
    }
}
