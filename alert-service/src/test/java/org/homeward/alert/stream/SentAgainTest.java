package org.homeward.alert.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeward.alert.stream.TestWard.SPO2;

import java.time.Duration;
import java.util.Collections;
import org.homeward.events.Decimals;
import org.homeward.events.EventType;
import org.homeward.events.v1.AlertRaised;
import org.homeward.events.v1.ReadingRecorded;
import org.homeward.events.v1.ReadingVoided;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What had been set aside or refused and goes again days later is told as of then: it is history,
/// and no alarm of the day when it should have come.
class SentAgainTest {
    private static final Duration DAYS = Duration.ofDays(3);

    private final TestWard ward = new TestWard();

    @AfterEach
    void close() {
        ward.close();
    }

    /// As ingest-service sends it out again.
    private ReadingRecorded.Builder again(ReadingRecorded.Builder reading) {
        return reading.setAttributedAt(Decimals.toWire(ward.clock));
    }

    @Test
    void anUrgentReadingOfDaysAgoIsAFindingOfNow() {
        var late = ward.recorded(SPO2, "80");
        ward.after(DAYS).sends(again(late));
        assertThat(ward.names()).containsExactly("found");
        AlertRaised found = ward.lastRaised();
        assertThat(Decimals.fromWire(found.getRaisedAt())).isEqualTo(ward.clock);
        ward.sends(again(late)).after(Duration.ofHours(1));
        assertThat(ward.names()).containsExactly("found");
    }

    @Test
    void oneRedReadingOfDaysAgoAwaitsNoRepeat() {
        var late = ward.recorded(SPO2, "91");
        ward.after(DAYS).sends(again(late)).after(Duration.ofHours(1));
        assertThat(ward.names()).containsExactly("found");
    }

    @Test
    void newerReadingsHideItNot() {
        var late = ward.recorded(SPO2, "80");
        ward.after(DAYS).sends(SPO2, Collections.nCopies(24, "97").toArray(String[]::new));
        ward.sends(again(late));
        assertThat(ward.names()).containsExactly("found");
    }

    @Test
    void oneThatIsKnownChangesNothing() {
        var known = ward.recorded(SPO2, "80");
        ward.sends(known).after(DAYS).sends(again(known));
        assertThat(ward.names()).containsExactly("raised");
    }

    @Test
    void theVoidOfAReadingRaisesNothingOfDaysAgo() {
        ward.sends(SPO2, "91");
        var green = ward.recorded(SPO2, "97");
        ward.sends(green);
        ReadingVoided gone =
                ReadingVoided.newBuilder()
                        .setReadingId(green.getReadingId())
                        .setPatientId(green.getPatientId())
                        .setVersion(2)
                        .build();
        ward.after(DAYS).pipe(EventType.READING_VOIDED, TestWard.PATIENT, gone, ward.clock);
        ward.after(Duration.ofHours(1));
        assertThat(ward.names()).isEmpty();
    }
}
