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
import org.homeward.ingest.intake.Logged;
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
    private static final int OTHER_PARTITION = 901;
    private static final int THIRD_PARTITION = 902;

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

    /// Three records of which the one in the middle meets a fault of ours.
    @SuppressWarnings("NullAway")
    public static List<Logged> withUnplannable(UUID device, UUID bad, Instant at) {
        SentReading good = sent(SentCode.loinc("8867-4"), at, Map.of());
        return List.of(
                logged(OTHER_PARTITION, 0, device, UUID.randomUUID(), good),
                logged(OTHER_PARTITION, 1, device, bad, sent(null, at.plusSeconds(1), Map.of())),
                logged(OTHER_PARTITION, 2, device, UUID.randomUUID(), good));
    }

    /// A reading, and twice another under its id.
    public static List<Logged> withConflictTwice(UUID device, UUID id, Instant at) {
        SentReading other = sent(SentCode.loinc("8867-4"), at.plusSeconds(1), Map.of());
        return List.of(
                logged(
                        THIRD_PARTITION,
                        0,
                        device,
                        id,
                        sent(SentCode.loinc("8867-4"), at, Map.of())),
                logged(THIRD_PARTITION, 1, device, id, other),
                logged(THIRD_PARTITION, 2, device, id, other));
    }

    private static Logged logged(
            long offset, UUID device, UUID id, Instant at, Map<String, String> context) {
        return logged(PARTITION, offset, device, id, sent(SentCode.loinc("8867-4"), at, context));
    }

    private static SentReading sent(SentCode code, Instant at, Map<String, String> context) {
        return new SentReading(
                0,
                "",
                code,
                new SentValue.Amount(BigDecimal.TEN.multiply(BigDecimal.TEN), "/min"),
                List.of(),
                SentTime.exact(at, 0),
                null,
                context);
    }

    private static Logged logged(
            int partition, long offset, UUID device, UUID id, SentReading sent) {
        Instant at = sent.time().at();
        Arrival arrival = new Arrival(id, device, sent, Path.HTTP, at, at);
        return new Logged(partition, offset, List.of(arrival), null, null);
    }
}
