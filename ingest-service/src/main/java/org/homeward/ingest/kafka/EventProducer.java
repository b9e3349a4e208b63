package org.homeward.ingest.kafka;

import com.google.protobuf.MessageLite;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.homeward.events.EventType;
import org.homeward.events.Topics;
import org.homeward.events.Uuids;
import org.homeward.ingest.IngestConfig;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// The one producer of this service. It is the channel's own client, used without a message object
/// and a thread hop per record, because every reading passes here twice. The caller awaits each
/// send and bounds how many it has under way.
@ApplicationScoped
class EventProducer {
    private static final Logger LOG = Logger.getLogger(EventProducer.class);
    private static final String CHANNEL = "log-out";
    private static final String SOURCE = "/homeward/ingest-service";

    private static final long RETRY_MILLIS = 1000;

    /// Of what came from outside. A record may take a batch of twice its size, and each partition
    /// has batches that are not full: `buffer.memory` is as much larger.
    private static final long MOST_WAITING = 6L * 1024 * 1024;

    private static final List<String> TOPICS =
            List.of(
                    Topics.TELEMETRY,
                    Topics.READINGS,
                    Topics.READINGS_REJECTED,
                    Topics.DEVICE_EVENTS,
                    Topics.DEAD_LETTERS);

    private final KafkaClientService clients;
    private final Vertx vertx;

    /// Keeps the channel alive; records go through its client directly.
    private final Emitter<byte[]> channel;

    private final AtomicLong waiting = new AtomicLong();

    /// A rebuild tells nobody: all was told when it happened.
    private final boolean silent;

    private volatile boolean warm;
    private volatile @Nullable Producer<byte[], byte[]> producer;

    @Inject
    EventProducer(
            KafkaClientService clients,
            Vertx vertx,
            @Channel(CHANNEL) Emitter<byte[]> channel,
            IngestConfig config) {
        this.silent = config.rebuildFrom().isPresent();
        this.clients = clients;
        this.vertx = vertx;
        this.channel = channel;
    }

    /// One event to send.
    record Outgoing(EventType type, UUID key, UUID id, Instant at, MessageLite event) {}

    /// Fetches the topics' metadata before the first request, so that no event loop waits for it.
    /// Until they are there every send fails at once.
    void start(@Observes @Priority(20_000) StartupEvent event) {
        warm();
    }

    private void warm() {
        try {
            TOPICS.forEach(client()::partitionsFor);
            warm = true;
        } catch (RuntimeException e) {
            LOG.warnf("the broker does not answer yet: %s", e.getMessage());
            vertx.setTimer(
                    RETRY_MILLIS,
                    _ -> vertx.executeBlocking(Executors.callable(this::warm), false));
        }
    }

    /// Sends what came from outside; fails at once while too much waits for the broker, since the
    /// client would make an event loop wait for memory. A rebuild takes nothing: what is
    /// acknowledged must be in the log.
    CompletableFuture<Void> offer(Outgoing out) {
        if (silent) {
            return CompletableFuture.failedFuture(
                    new TimeoutException("a rebuild takes nothing from outside"));
        }
        ProducerRecord<byte[], byte[]> record = record(out);
        int size = record.value().length;
        if (waiting.addAndGet(size) > MOST_WAITING) {
            waiting.addAndGet(-size);
            return CompletableFuture.failedFuture(
                    new TimeoutException("too much waits for the broker"));
        }
        return send(record).whenComplete((_, _) -> waiting.addAndGet(-size));
    }

    CompletableFuture<Void> send(Outgoing out) {
        return send(record(out));
    }

    private static ProducerRecord<byte[], byte[]> record(Outgoing out) {
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(
                        out.type().topic(),
                        null,
                        out.at().toEpochMilli(),
                        Uuids.toKey(out.key()),
                        out.event().toByteArray());
        Headers headers = record.headers();
        out.type().headers(out.id(), SOURCE, out.at()).forEach(headers::add);
        return record;
    }

    CompletableFuture<Void> send(ProducerRecord<byte[], byte[]> record) {
        CompletableFuture<Void> sent = new CompletableFuture<>();
        if (silent) {
            sent.complete(null);
            return sent;
        }
        if (!warm) {
            sent.completeExceptionally(new TimeoutException("the broker does not answer yet"));
            return sent;
        }
        try {
            var _ = client().send(record, (_, error) -> complete(sent, error));
        } catch (RuntimeException e) {
            sent.completeExceptionally(e);
        }
        return sent;
    }

    private static void complete(CompletableFuture<Void> sent, @Nullable Exception error) {
        if (error == null) {
            sent.complete(null);
        } else {
            sent.completeExceptionally(error);
        }
    }

    private Producer<byte[], byte[]> client() {
        Producer<byte[], byte[]> known = producer;
        if (known == null) {
            known = clients.<byte[], byte[]>getProducer(CHANNEL).unwrap();
            producer = known;
        }
        return known;
    }

    boolean isOpen() {
        return !channel.isCancelled();
    }
}
