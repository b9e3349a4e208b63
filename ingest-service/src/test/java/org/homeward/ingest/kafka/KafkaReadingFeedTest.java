package org.homeward.ingest.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeward.events.Decimals;
import org.homeward.events.v1.ReadingRecorded;
import org.homeward.ingest.reading.Measure;
import org.homeward.ingest.reading.Reading;
import org.homeward.ingest.reading.TimeQuality;
import org.homeward.ingest.reading.Validity;
import org.homeward.ingest.sent.Path;
import org.junit.jupiter.api.Test;

/// Since when a reading is its patient's: what was refused and goes again keeps its first time of
/// receipt and is not told as if it had been there since then.
class KafkaReadingFeedTest {
    private static final Instant RECEIVED = Instant.parse("2026-11-01T10:00:00.5Z");

    @Test
    void whatCameIntoTheLogDaysAfterItsReceiptIsThePatientsSinceThen() {
        Instant recorded = RECEIVED.plus(Duration.ofDays(3));
        ReadingRecorded event = KafkaReadingFeed.event(recorded(recorded));
        assertThat(Decimals.fromWire(event.getReceivedAt())).isEqualTo(RECEIVED);
        assertThat(Decimals.fromWire(event.getAttributedAt())).isEqualTo(recorded);
    }

    @Test
    void whatCameAtOnceSaysNothingOfIt() {
        assertThat(KafkaReadingFeed.event(recorded(RECEIVED.minusMillis(1))).hasAttributedAt())
                .isFalse();
        assertThat(KafkaReadingFeed.event(recorded(RECEIVED.plusSeconds(20))).hasAttributedAt())
                .isFalse();
    }

    @Test
    void whoseItBecameLaterItIsSinceThen() {
        Instant at = RECEIVED.plus(Duration.ofDays(5));
        Reading reading = recorded(RECEIVED.plus(Duration.ofDays(3)));
        ReadingRecorded event = KafkaReadingFeed.attributed(reading, at);
        assertThat(Decimals.fromWire(event.getAttributedAt())).isEqualTo(at);
    }

    private static Reading recorded(Instant recorded) {
        return new Reading(
                new UUID(1, 1),
                new UUID(2, 2),
                new UUID(3, 3),
                1,
                new Measure("8867-4", BigDecimal.TEN, "/min", null, "8867-4", null),
                List.of(),
                new Reading.Times(RECEIVED, RECEIVED, recorded, TimeQuality.EXACT, 0),
                Validity.VALID,
                List.of(),
                Map.of(),
                Path.HTTP,
                0);
    }
}
