package org.homeward.alert.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeward.alert.stream.TestWard.SPO2;

import java.time.Duration;
import org.homeward.events.v1.AlertRaised;
import org.homeward.events.v1.AlertStatus;
import org.homeward.events.v1.ReadingRecorded;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A reading that has another value in a later version, on the real topology.
class CorrectedReadingsTest {
    private final TestWard ward = new TestWard();

    @AfterEach
    void close() {
        ward.close();
    }

    @Test
    void must5ACorrectedReadingIsForgottenAndItsNewValueJudged() {
        var reading = ward.recorded(SPO2, "84");
        ward.sends(reading).sends(corrected(reading, 2, "96"));
        assertThat(ward.names()).containsExactly("raised", "cleared:source-corrected");
        ward.sends(corrected(reading, 3, "83"));
        assertThat(ward.names()).endsWith("cleared:source-corrected", "raised");
        assertThat(ward.raised().getLast().getStatus()).isEqualTo(AlertStatus.ALERT_STATUS_OPEN);
    }

    @Test
    void must3AValueCorrectedToARedOneHoursLaterIsAFindingOfHistory() {
        var reading = ward.recorded(SPO2, "96");
        ward.sends(reading).after(Duration.ofHours(5)).sends(corrected(reading, 2, "84"));
        assertThat(ward.raised())
                .extracting(AlertRaised::getStatus)
                .containsExactly(AlertStatus.ALERT_STATUS_RETROSPECTIVE);
        ward.sends(corrected(reading, 3, "83"));
        assertThat(ward.raised()).hasSize(1);
    }

    private static ReadingRecorded.Builder corrected(
            ReadingRecorded.Builder reading, int version, String value) {
        return reading.clone().setVersion(version).setValue(TestWard.quantity(value));
    }
}
