package org.homeward.gateway.live;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.homeward.events.Topics;
import org.homeward.gateway.projection.Event;
import org.homeward.gateway.projection.Event.Known;
import org.jspecify.annotations.Nullable;

/// The end of the log as this instance sees it: one thread reads every partition of the feed's
/// topics and gives each event to the clients who may see it. It holds no past; a client that was
/// away reads what it missed from Kafka itself.
@ApplicationScoped
class LiveLog {
    private final FeedConsumers consumers;
    private final FeedEvents events;
    private final List<Feed> feeds = new CopyOnWriteArrayList<>();
    private final List<Feed> catchingUp = new CopyOnWriteArrayList<>();
    private final Object lock = new Object();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private @Nullable OffsetVector position;
    private volatile @Nullable KafkaConsumer<byte[], byte[]> consumer;

    @Inject
    LiveLog(FeedConsumers consumers, FeedEvents events) {
        this.consumers = consumers;
        this.events = events;
    }

    void start(@Observes StartupEvent event) {
        Thread.ofPlatform().name("live-log").daemon().start(this::run);
    }

    void stop(@Observes ShutdownEvent event) {
        stopping.countDown();
        KafkaConsumer<byte[], byte[]> open = consumer;
        if (open != null) {
            open.wakeup();
        }
        all().forEach(Feed::close);
    }

    /// The clients that have everything up to now.
    List<Feed> live() {
        feeds.removeIf(Feed::isClosed);
        return feeds;
    }

    /// All clients, also those that still read what they missed.
    List<Feed> all() {
        catchingUp.removeIf(Feed::isClosed);
        return Stream.concat(live().stream(), catchingUp.stream()).toList();
    }

    /// Notes a client that has to catch up first.
    void await(Feed feed) {
        catchingUp.add(feed);
    }

    /// Whether the vector is exactly where the log stands.
    boolean isAt(OffsetVector seen) {
        return position().filter(at -> at.toString().equals(seen.toString())).isPresent();
    }

    /// Where the log stands; empty until the broker has answered once.
    Optional<OffsetVector> position() {
        synchronized (lock) {
            return Optional.ofNullable(position).map(OffsetVector::copy);
        }
    }

    /// Adds a client that has read up to the given vector. Fails to when the log has moved on
    /// meanwhile; then it reads the rest and tries again.
    boolean join(Feed feed, OffsetVector read) {
        synchronized (lock) {
            if (position == null || read.distanceTo(position) > 0) {
                return false;
            }
            feeds.add(feed);
            catchingUp.remove(feed);
            return true;
        }
    }

    private void run() {
        while (stopping.getCount() > 0) {
            try (KafkaConsumer<byte[], byte[]> open = consumers.open()) {
                consumer = open;
                begin(open);
                while (stopping.getCount() > 0) {
                    poll(open);
                }
            } catch (WakeupException e) {
                return;
            } catch (RuntimeException e) {
                // A fault of ours on one record, too: the position is past it by now.
                Log.warnf("live feed: reading again after %s", e.getClass().getSimpleName());
                pause();
            }
        }
    }

    /// From where this instance stood, or from the end at its start.
    private void begin(KafkaConsumer<byte[], byte[]> open) {
        OffsetVector from = OffsetVector.zero(FeedConsumers.partitions(open));
        open.assign(from.partitions());
        OffsetVector before = position().orElse(null);
        if (before == null) {
            open.endOffsets(from.partitions()).forEach(from::advance);
            synchronized (lock) {
                position = from;
            }
        } else {
            from = before;
        }
        for (TopicPartition partition : from.partitions()) {
            open.seek(partition, from.get(partition));
        }
    }

    private void poll(KafkaConsumer<byte[], byte[]> open) {
        try {
            for (ConsumerRecord<byte[], byte[]> record : open.poll(Duration.ofMillis(200))) {
                take(record);
            }
            pass(open);
        } catch (OffsetOutOfRangeException e) {
            Log.warn("live feed: records were removed before they were read");
            open.endOffsets(e.partitions()).forEach(open::seek);
            feeds.forEach(Feed::close);
        }
    }

    /// Control records of transactions are passed over without being seen.
    private void pass(KafkaConsumer<byte[], byte[]> open) {
        synchronized (lock) {
            OffsetVector at = position;
            if (at != null) {
                at.partitions().forEach(p -> at.advance(p, open.position(p)));
            }
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        synchronized (lock) {
            OffsetVector at = position;
            if (at == null) {
                return;
            }
            at.advance(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
            if (!isWanted(record)) {
                return;
            }
            if (Event.of(record) instanceof Known known) {
                FeedEvent event = events.of(known);
                String id = at.toString();
                for (Feed feed : feeds) {
                    if (feed.sees(known.key())) {
                        feed.offer(id, event);
                    }
                }
            }
        }
    }

    /// Readings are many: only those that somebody looks at are decoded. Alerts always are, for
    /// their sentences.
    private boolean isWanted(ConsumerRecord<byte[], byte[]> record) {
        if (record.topic().equals(Topics.ALERTS)) {
            return true;
        }
        if (feeds.isEmpty() || record.key() == null) {
            return false;
        }
        try {
            UUID patient = UUID.fromString(new String(record.key(), StandardCharsets.US_ASCII));
            return feeds.stream().anyMatch(feed -> feed.sees(patient));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private void pause() {
        try {
            if (stopping.await(1, TimeUnit.SECONDS)) {
                Log.debug("live feed: stopped");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopping.countDown();
        }
    }
}
