package org.homeward.alert.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeward.alert.stream.TestWard.SPO2;

import java.time.Duration;
import java.util.UUID;
import org.homeward.events.Uuids;
import org.homeward.events.v1.AlertCleared;
import org.homeward.events.v1.AlertRaised;
import org.homeward.events.v1.AlertSourceChanged;
import org.homeward.events.v1.AlertStatus;
import org.homeward.events.v1.ReadingChange;
import org.homeward.events.v1.ReadingRecorded;
import org.homeward.events.v1.Validity;
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

    @Test
    void whoActedOnACriticalAlertIsToldOfItsSourceAlsoWhenItIsClosed() {
        UUID closed = UUID.randomUUID();
        ReadingChange change =
                ReadingChange.newBuilder()
                        .setBy("nurse")
                        .setConfirmedBy("physician")
                        .addCriticalAlertIds(Uuids.toBytes(closed))
                        .build();
        ward.sends(corrected(ward.recorded(SPO2, "96"), 2, "97").setChange(change));
        AlertSourceChanged told = ward.of(AlertSourceChanged.class).getFirst();
        assertThat(Uuids.fromBytes(told.getAlertId())).isEqualTo(closed);
        assertThat(told.getWhat()).isEqualTo("corrected");
        assertThat(told.getConfirmedBy()).isEqualTo("physician");
    }

    @Test
    void aQuestionWhoseValueItIsStaysOpenUntilItIsAnswered() {
        var asked = ward.recorded("29463-7", "79.2").setValidity(Validity.VALIDITY_QUESTIONED);
        var other = ward.recorded("29463-7", "79.1").setValidity(Validity.VALIDITY_QUESTIONED);
        ward.sends(asked).asks(asked).asks(asked).sends(other).asks(other);
        assertThat(ward.raised())
                .extracting(AlertRaised::getRuleId)
                .containsExactly("technical/is-this-the-patient", "technical/is-this-the-patient");
        ward.sends(asked.clone().setVersion(2).setValidity(Validity.VALIDITY_VALID));
        assertThat(ward.of(AlertCleared.class))
                .extracting(AlertCleared::getAlertId)
                .containsExactly(ward.raised().getFirst().getAlertId());
    }

    @Test
    void aQuestionAboutAReadingThatHasBecomeThePatientsMayComeBeforeIt() {
        var asked =
                ward.recorded("29463-7", "79.2")
                        .setVersion(2)
                        .addFlags("IS_THIS_THE_PATIENT")
                        .setValidity(Validity.VALIDITY_QUESTIONED);
        ward.asks(asked).sends(asked);
        assertThat(ward.names()).containsExactly("raised");
    }

    @Test
    void whoSeesAQuestionHasNotAnsweredIt() {
        var asked = ward.recorded("29463-7", "79.2").setValidity(Validity.VALIDITY_QUESTIONED);
        ward.sends(asked).asks(asked).acknowledges();
        assertThat(ward.names()).containsExactly("raised", "AlertAcknowledged");
        ward.sends(asked.clone().setVersion(2).setValidity(Validity.VALIDITY_VALID));
        assertThat(ward.names()).endsWith("AlertAcknowledged", "cleared:source-corrected");
    }

    private static ReadingRecorded.Builder corrected(
            ReadingRecorded.Builder reading, int version, String value) {
        return reading.clone().setVersion(version).setValue(TestWard.quantity(value));
    }
}
