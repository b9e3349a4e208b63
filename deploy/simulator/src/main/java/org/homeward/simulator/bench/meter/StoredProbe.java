package org.homeward.simulator.bench.meter;

import com.google.protobuf.InvalidProtocolBufferException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.homeward.events.Decimals;
import org.homeward.events.Topics;
import org.homeward.events.v1.ReadingRecorded;
import org.homeward.simulator.bench.load.Payloads;

/// Sees each reading on the topic `readings`, which it reaches after its row was committed, and
/// takes the time since it was due.
public final class StoredProbe implements AutoCloseable {
    private final Consumer<byte[], byte[]> consumer;
    private final Thread thread = new Thread(this::listen, "stored-probe");
    private final AtomicLong seen = new AtomicLong();
    private volatile ConcurrentHistogram latency = new ConcurrentHistogram(120_000, 3);
    private volatile long fromMillis;
    private volatile boolean open = true;

    private StoredProbe(Consumer<byte[], byte[]> consumer) {
        this.consumer = consumer;
    }

    public static StoredProbe start(String kafka) {
        Properties settings = new Properties();
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka);
        settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 20);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        Consumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(
                        settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions =
                consumer.partitionsFor(Topics.READINGS).stream()
                        .map(p -> new TopicPartition(p.topic(), p.partition()))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        StoredProbe probe = new StoredProbe(consumer);
        probe.thread.setDaemon(true);
        probe.thread.start();
        return probe;
    }

    /// Forgets what was before.
    public void reset() {
        fromMillis = System.currentTimeMillis() - 200;
        latency = new ConcurrentHistogram(120_000, 3);
        seen.set(0);
    }

    /// Waits until so many readings were stored.
    ///
    /// @return whether they came in time
    public boolean await(long readings, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        while (seen.get() < readings && System.nanoTime() - end < 0) {
            LockSupport.parkNanos(2_000_000);
        }
        return seen.get() >= readings;
    }

    public Histogram latencyMillis() {
        return latency;
    }

    private void listen() {
        while (open) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(50))) {
                try {
                    take(ReadingRecorded.parseFrom(record.value()));
                } catch (InvalidProtocolBufferException e) {
                    throw new IllegalStateException("not a reading on its topic", e);
                }
            }
        }
        consumer.close();
    }

    private void take(ReadingRecorded reading) {
        long measured = Decimals.fromWire(reading.getMeasuredAt()).toEpochMilli();
        if (measured < fromMillis) {
            return;
        }
        if (reading.getCode().equals(Payloads.MARKER)) {
            long taken = System.currentTimeMillis() - measured;
            latency.recordValue(Math.clamp(taken, 0, 120_000));
        }
        seen.incrementAndGet();
    }

    @Override
    public void close() {
        open = false;
    }
}
