package org.homeward.simulator.floor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.ConcurrentHistogram;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/// Polls, parses, writes each poll with one statement in one transaction.
final class FloorStore {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String INSERT =
            "INSERT INTO bench_floor (measured_at, reading_id, code, value, unit) SELECT * FROM"
                    + " unnest(?::timestamptz[], ?::uuid[], ?::text[], ?::numeric[], ?::text[])"
                    + " ON CONFLICT DO NOTHING";

    private final String kafka;
    private final String url;
    private final String user;
    private final String password;
    private final Thread thread = new Thread(this::run, "floor-store");
    private final AtomicLong rows = new AtomicLong();
    private volatile boolean open = true;
    private volatile ConcurrentHistogram latency = new ConcurrentHistogram(120_000, 3);

    FloorStore(String kafka, String url, String user, String password) {
        this.kafka = kafka;
        this.url = url;
        this.user = user;
        this.password = password;
    }

    void start() {
        thread.setUncaughtExceptionHandler(
                (_, e) -> {
                    System.err.println("the floor's store ended: " + e.getMessage());
                    Runtime.getRuntime().halt(1);
                });
        thread.start();
    }

    /// Leaves the group, so that topic and group can be taken away.
    void stop() {
        open = false;
        try {
            thread.join(3_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void reset() {
        rows.set(0);
        latency = new ConcurrentHistogram(120_000, 3);
    }

    /// Rows written and latency from due to stored, in milliseconds.
    String stats() {
        return "{\"rows\":%d,\"p50\":%d,\"p99\":%d}"
                .formatted(
                        rows.get(),
                        latency.getValueAtPercentile(50),
                        latency.getValueAtPercentile(99));
    }

    private void run() {
        Map<String, Object> settings =
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka,
                        ConsumerConfig.GROUP_ID_CONFIG, "bench-floor",
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false",
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG, "2000",
                        ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, "20");
        try (KafkaConsumer<byte[], byte[]> consumer =
                        new KafkaConsumer<>(
                                settings,
                                new ByteArrayDeserializer(),
                                new ByteArrayDeserializer());
                Connection connection = DriverManager.getConnection(url, user, password)) {
            connection.setAutoCommit(false);
            consumer.subscribe(List.of(Floor.TOPIC));
            while (open) {
                ConsumerRecords<byte[], byte[]> records = consumer.poll(Duration.ofMillis(200));
                if (!records.isEmpty()) {
                    store(connection, records);
                    consumer.commitSync();
                }
            }
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void store(Connection connection, ConsumerRecords<byte[], byte[]> records)
            throws SQLException, IOException {
        Columns columns = new Columns();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            columns.add(JSON.readTree(record.value()).path("readings"));
        }
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            Object[] ids = columns.times.stream().map(_ -> UUID.randomUUID()).toArray();
            insert.setArray(1, connection.createArrayOf("timestamptz", columns.times.toArray()));
            insert.setArray(2, connection.createArrayOf("uuid", ids));
            insert.setArray(3, connection.createArrayOf("text", columns.codes.toArray()));
            insert.setArray(4, connection.createArrayOf("numeric", columns.values.toArray()));
            insert.setArray(5, connection.createArrayOf("text", columns.units.toArray()));
            int written = insert.executeUpdate();
            connection.commit();
            rows.addAndGet(written);
        }
        long now = System.currentTimeMillis();
        columns.due.forEach(millis -> latency.recordValue(Math.clamp(now - millis, 0, 120_000)));
    }

    /// The columns of one statement, and when each post was due.
    private static final class Columns {
        private final List<Instant> times = new ArrayList<>();
        private final List<String> codes = new ArrayList<>();
        private final List<BigDecimal> values = new ArrayList<>();
        private final List<String> units = new ArrayList<>();
        private final List<Long> due = new ArrayList<>();

        void add(JsonNode readings) {
            int before = times.size();
            for (JsonNode reading : readings) {
                times.add(Instant.parse(reading.path("takenAt").asText()));
                codes.add(reading.path("code").asText());
                values.add(reading.path("value").decimalValue());
                units.add(reading.path("unit").asText());
            }
            due.add(times.get(before).toEpochMilli());
        }
    }
}
