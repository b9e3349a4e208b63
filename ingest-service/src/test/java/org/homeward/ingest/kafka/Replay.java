package org.homeward.ingest.kafka;

import io.quarkus.arc.Unremovable;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.homeward.ingest.Logged;
import org.homeward.ingest.reading.Arrival;
import org.homeward.ingest.sent.Path;
import org.homeward.ingest.sent.SentCode;
import org.homeward.ingest.sent.SentReading;
import org.homeward.ingest.sent.SentTime;
import org.homeward.ingest.sent.SentValue;

/// Hands records to the pipeline as the broker would after a crash.
@Unremovable
@ApplicationScoped
public class Replay {
    private static final int PARTITION = 900;

    private final TelemetryConsumer consumer;

    @Inject
    Replay(TelemetryConsumer consumer) {
        this.consumer = consumer;
    }

    public Uni<Void> take(ConsumerRecords<byte[], byte[]> records) {
        return consumer.take(records);
    }

    /// Three records of which the one in the middle holds a text that PostgreSQL refuses.
    public static List<Logged> withUnstorable(UUID device, UUID bad, Instant at) {
        return List.of(
                logged(0, device, UUID.randomUUID(), at, Map.of()),
                logged(1, device, bad, at.plusSeconds(1), Map.of("a", "\0")),
                logged(2, device, UUID.randomUUID(), at.plusSeconds(2), Map.of()));
    }

    private static Logged logged(
            long offset, UUID device, UUID id, Instant at, Map<String, String> context) {
        SentReading sent =
                new SentReading(
                        0,
                        "",
                        SentCode.loinc("8867-4"),
                        new SentValue.Amount(BigDecimal.TEN.multiply(BigDecimal.TEN), "/min"),
                        List.of(),
                        SentTime.exact(at, 0),
                        null,
                        context);
        Arrival arrival = new Arrival(id, device, sent, Path.HTTP, at, at);
        return new Logged(PARTITION, offset, List.of(arrival), null, null);
    }
}
