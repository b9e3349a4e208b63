package org.homeward.alert.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeward.alert.stream.TestWard.PULSE;
import static org.homeward.alert.stream.TestWard.SPO2;

import com.google.protobuf.Message;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.homeward.alert.evaluator.Evaluator;
import org.homeward.events.Decimals;
import org.homeward.events.Uuids;
import org.homeward.events.v1.AlertActionKind;
import org.homeward.events.v1.AlertCleared;
import org.homeward.events.v1.AlertPriority;
import org.homeward.events.v1.AlertRaised;
import org.homeward.events.v1.AlertStatus;
import org.homeward.events.v1.AlertUpdated;
import org.homeward.events.v1.DeviceEventKind;
import org.homeward.events.v1.PlanThreshold;
import org.homeward.events.v1.SpecialValue;
import org.homeward.events.v1.TimeQuality;
import org.homeward.events.v1.Validity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The musts of ALARMS that concern thresholds, each by its number, on the real topology.
class AlertTopologyTest {
    private TestWard ward = new TestWard();

    @AfterEach
    void close() {
        ward.close();
    }

    @Test
    void must1AFlappingValueIsOneAlert() {
        ward.sends(SPO2, "91", "92", "91", "92", "91", "92", "91", "92");
        assertThat(ward.names()).containsOnlyOnce("raised");
    }

    @Test
    void must2AGapNeverConfirmsByItself() {
        ward.sends(SPO2, "91", "95").after(Duration.ofHours(3));
        assertThat(ward.names()).isEmpty();
    }

    @Test
    void must3AnOldReadingIsARetrospectiveFinding() {
        ward.sends(
                ward.recorded(SPO2, "80")
                        .setMeasuredAt(Decimals.toWire(ward.clock.minus(Duration.ofHours(5)))));
        assertThat(ward.names()).containsExactly("found");
        AlertRaised found = ward.lastRaised();
        assertThat(found.getStatus()).isEqualTo(AlertStatus.ALERT_STATUS_RETROSPECTIVE);
        assertThat(found.getEpisodeId()).isEqualTo(found.getAlertId());
    }

    @Test
    void must3LateDataThatCompleteALiveReadingAlertLive() {
        ward.sends(SPO2, "91");
        ward.sends(
                ward.recorded(SPO2, "90")
                        .setMeasuredAt(Decimals.toWire(ward.clock.minus(Duration.ofHours(4)))));
        assertThat(ward.names()).containsExactly("raised");
    }

    @Test
    void must4TheSameReadingThreeTimesHasOneEffect() {
        var reading = ward.recorded(SPO2, "84");
        ward.sends(reading).sends(reading).sends(reading);
        assertThat(ward.names()).containsExactly("raised");
    }

    @Test
    void must4ADuplicateAfterTheAlertHasClosedRaisesNothing() {
        var first = ward.recorded(SPO2, "84");
        ward.sends(first).resolves().sends(first);
        assertThat(ward.names()).containsExactly("raised", "AlertResolved", "cleared:resolved");
    }

    @Test
    void must5AVoidedReadingClosesTheAlertAsCorrectedAtItsSource() {
        ward.sends(SPO2, "84").voids(1);
        assertThat(ward.names()).containsExactly("raised", "cleared:source-corrected");
        assertThat(ward.of(AlertCleared.class).getFirst().getEpisodeClosed()).isTrue();
    }

    @Test
    void must5AVoidedReadingIsNotRevivedByItsFirstVersion() {
        var reading = ward.recorded(SPO2, "84");
        ward.sends(reading).voids(1).sends(reading);
        assertThat(ward.names()).containsExactly("raised", "cleared:source-corrected");
    }

    @Test
    void must5AVoidThatOvertookItsReadingHolds() {
        var reading = ward.recorded(SPO2, "84");
        ward.voids(reading).sends(reading);
        assertThat(ward.names()).isEmpty();
        ward.sends(reading.setVersion(3));
        assertThat(ward.names()).containsExactly("raised");
    }

    @Test
    void whatBecameThePatientsLateIsAsOldAsItIsThen() {
        var reading = ward.recorded(SPO2, "84");
        ward.after(Duration.ofHours(3));
        ward.sends(reading.setAttributedAt(Decimals.toWire(ward.clock)));
        assertThat(ward.names()).containsExactly("raised");
        var old = ward.recorded(PULSE, "150");
        ward.after(Duration.ofHours(5));
        ward.sends(old.setAttributedAt(Decimals.toWire(ward.clock)));
        assertThat(ward.names()).containsExactly("raised", "found");
    }

    @Test
    void must6AHighHidesNoLow() {
        ward.sends("41653-7", "260", "260", "50");
        assertThat(ward.raised())
                .extracting(AlertRaised::getDirection)
                .containsExactly("high", "low");
        assertThat(ward.raised().getLast().getEpisodeId())
                .isEqualTo(ward.raised().getFirst().getAlertId());
    }

    @Test
    void must7AnOpenAlertKeepsItsRuleVersionAndTheNextUsesTheNewOne() {
        ward.plans(2, threshold("t1", PULSE, null, "100")).sends(PULSE, "110", "110");
        ward.plans(3, threshold("t1", PULSE, null, "90")).sends(PULSE, "95").acknowledges();
        ward.sends(PULSE, "95", "95");
        assertThat(ward.raised()).extracting(AlertRaised::getRuleVersion).containsExactly("2", "3");
        assertThat(ward.names())
                .containsExactly(
                        "raised", "updated", "AlertAcknowledged", "cleared:recovered", "raised");
    }

    @Test
    void must8TheDeadlineFiresThoughNothingMoreArrives() {
        ward.sends(SPO2, "91").after(Duration.ofMinutes(14));
        assertThat(ward.names()).isEmpty();
        ward.after(Duration.ofSeconds(10));
        assertThat(ward.names()).containsExactly("raised");
        assertThat(Decimals.fromWire(ward.lastRaised().getRaisedAt()))
                .isEqualTo(TestWard.START.plus(Duration.ofMinutes(15)));
    }

    @Test
    void must8ARestartFiresNoDeadlineThatLiesAhead() {
        ward.sends(SPO2, "91");
        try (TestWard restarted = ward.restarted()) {
            restarted.after(Duration.ofSeconds(1)).after(Duration.ofMinutes(1));
            assertThat(restarted.names()).isEmpty();

            restarted.after(Duration.ofMinutes(15));
            assertThat(restarted.names()).containsExactly("raised");
        }
    }

    @Test
    void must8ARestartAfterEachReadingChangesNoAlert() {
        List<String> values =
                List.of("97", "91", "90", "97", "84", "89.5", "91", "96", "97", "82", "91", "98");
        List<Message> inPieces = new ArrayList<>();
        TestWard current = new TestWard();
        for (String value : values) {
            ward.sends(SPO2, value).sendsPressure("17" + value.charAt(1), "101");
            current.sends(SPO2, value).sendsPressure("17" + value.charAt(1), "101");
            inPieces.addAll(current.alerts);
            TestWard next = current.restarted();
            current.close();
            current = next;
        }
        current.close();
        assertThat(ward.alerts).hasSizeGreaterThan(5).isEqualTo(inPieces);
    }

    @Test
    void must8ALongRestartFiresNoDeadlineBeforeItHasReadWhatWaits() {
        ward.sends(SPO2, "91");
        try (TestWard restarted = ward.restarted()) {
            restarted.driver.advanceWallClockTime(Duration.ofMinutes(20));
            restarted.clock = ward.clock.plus(Duration.ofMinutes(5));
            restarted.sends(restarted.recorded(SPO2, "97"));
            restarted.after(Duration.ofHours(1));
            assertThat(restarted.names()).isEmpty();
        }
    }

    @Test
    void must8ABacklogFiresNoDeadlineWhoseRepeatIsFurtherBackInIt() {
        ward.driver.advanceWallClockTime(Duration.ofHours(2));
        ward.sends(ward.recorded(SPO2, "91"));
        ward.driver.advanceWallClockTime(Duration.ofSeconds(1));
        ward.clock = ward.clock.plus(Duration.ofMinutes(5));
        ward.sends(ward.recorded(SPO2, "97"));
        ward.after(Duration.ofHours(1));
        assertThat(ward.names()).isEmpty();
    }

    @Test
    void must11ATechnicalProblemIsATechnicalAlertOnceForEachDeviceAndKind() {
        ward.device(DeviceEventKind.DEVICE_EVENT_KIND_CLOCK_FAULT, 1);
        ward.device(DeviceEventKind.DEVICE_EVENT_KIND_CLOCK_FAULT, 2);
        ward.device(DeviceEventKind.DEVICE_EVENT_KIND_CONFLICT, 3);
        assertThat(ward.raised())
                .extracting(AlertRaised::getRuleId)
                .containsExactly("technical/clock-fault", "technical/conflict");
        assertThat(ward.raised().getFirst().getSentencesOrThrow("en"))
                .contains("time uncertain, repeat now");
        assertThat(ward.raised())
                .allMatch(r -> r.getPriority() == AlertPriority.ALERT_PRIORITY_TECHNICAL)
                .allMatch(r -> r.getDirection().equals("technical"));
    }

    @Test
    void must11ATechnicalAlertClosesWhenAcknowledgedAndItsEventDoesNotReviveIt() {
        ward.device(DeviceEventKind.DEVICE_EVENT_KIND_BATTERY_LOW, 1).acknowledges();
        ward.device(DeviceEventKind.DEVICE_EVENT_KIND_BATTERY_LOW, 1);
        assertThat(ward.names())
                .containsExactly("raised", "AlertAcknowledged", "cleared:acknowledged");
    }

    @Test
    void must11SilenceOfADeviceIsNoTechnicalAlert() {
        ward.device(DeviceEventKind.DEVICE_EVENT_KIND_SILENT, 1);
        ward.device(DeviceEventKind.DEVICE_EVENT_KIND_CONNECTION_LOST, 2);
        assertThat(ward.names()).isEmpty();
    }

    @Test
    void must11AReadingOfUnknownTimeIsJudgedOnItsReceivedTime() {
        ward.sends(
                ward.recorded(SPO2, "84")
                        .setMeasuredAt(Decimals.toWire(ward.clock.minus(Duration.ofDays(9000))))
                        .setTimeQuality(TimeQuality.TIME_QUALITY_UNKNOWN));
        assertThat(ward.names()).containsExactly("raised");
        assertThat(ward.lastRaised().getSentencesOrThrow("en")).contains("time uncertain");
    }

    @Test
    void must12ACriticalAlertStaysOpenUntilSeenAndThenClears() {
        ward.sends(SPO2, "84", "97");
        assertThat(ward.names()).containsExactly("raised", "updated");
        assertThat(ward.of(AlertUpdated.class).getFirst().getSentencesOrThrow("en"))
                .contains("waiting to be seen");
        ward.acknowledges();
        assertThat(ward.names())
                .containsExactly("raised", "updated", "AlertAcknowledged", "cleared:recovered");
    }

    @Test
    void must12AHigherSeverityMakesAnAcknowledgedAlertUnacknowledged() {
        ward.plans(2, threshold("g", "41653-7", "70", null)).sends("41653-7", "65", "65");
        ward.acknowledges().sends("41653-7", "50", "100");
        assertThat(ward.names())
                .containsExactly("raised", "AlertAcknowledged", "updated", "updated");
        assertThat(ward.of(AlertUpdated.class).getFirst().getPriority())
                .isEqualTo(AlertPriority.ALERT_PRIORITY_CRITICAL);
    }

    @Test
    void must13ARuleThatThrowsForOnePatientStopsNobodyElse() {
        ward.close();
        ward =
                new TestWard(
                        AlertTopology.build(
                                (measure, state, sample, now) -> {
                                    if (measure.patient().equals(TestWard.OTHER)) {
                                        throw new IllegalStateException("planted");
                                    }
                                    return Evaluator.evaluate(measure, state, sample, now);
                                }));
        var failing = ward.recorded(SPO2, "84").setPatientId(Uuids.toBytes(TestWard.OTHER));
        ward.sends(failing).sends(failing).sends(SPO2, "84");
        assertThat(ward.raised())
                .extracting(AlertRaised::getRuleId)
                .containsExactly("technical/monitoring-impaired", "default/spo2-low");
    }

    @Test
    void faultsOnWhatDevicesSentAreOneAlertOfThePatientUntilItIsSeen() {
        DeviceEventKind fault = DeviceEventKind.DEVICE_EVENT_KIND_PROCESSING_FAULT;
        ward.device(fault, 1).device(fault, 1).deviceOther(fault, 2).sends(SPO2, "97");
        assertThat(ward.raised())
                .extracting(AlertRaised::getRuleId)
                .containsExactly("technical/monitoring-impaired");
        assertThat(ward.lastRaised().getSentencesOrThrow("en")).startsWith("Monitoring impaired");
        ward.acknowledges().device(fault, 3);
        assertThat(ward.raised()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNRECOGNIZED")
    void whatADeviceReportsIsATechnicalAlertWhereTheTeamMustLook(DeviceEventKind kind) {
        ward.device(kind, 1).device(kind, 1);
        assertThat(ward.raised())
                .extracting(AlertRaised::getRuleId)
                .isEqualTo(technical(kind).map("technical/"::concat).stream().toList());
        assertThat(ward.raised())
                .extracting(AlertRaised::getPriority)
                .allMatch(AlertPriority.ALERT_PRIORITY_TECHNICAL::equals);
    }

    private static Optional<String> technical(DeviceEventKind kind) {
        return switch (kind) {
            case DEVICE_EVENT_KIND_CONFLICT -> Optional.of("conflict");
            case DEVICE_EVENT_KIND_IMPOSSIBLE_VALUE -> Optional.of("impossible-value");
            case DEVICE_EVENT_KIND_IMPLAUSIBLE_PANEL -> Optional.of("implausible-panel");
            case DEVICE_EVENT_KIND_CLOCK_FAULT -> Optional.of("clock-fault");
            case DEVICE_EVENT_KIND_BATTERY_LOW -> Optional.of("battery-low");
            case DEVICE_EVENT_KIND_CALIBRATION_OVERDUE -> Optional.of("calibration-overdue");
            case DEVICE_EVENT_KIND_DISCHARGED_PATIENT -> Optional.of("discharged-patient");
            case DEVICE_EVENT_KIND_PROCESSING_FAULT -> Optional.of("monitoring-impaired");
            case DEVICE_EVENT_KIND_IS_THIS_THE_PATIENT -> Optional.of("is-this-the-patient");
            case DEVICE_EVENT_KIND_CREDENTIAL_EXPIRING,
                    DEVICE_EVENT_KIND_SILENT,
                    DEVICE_EVENT_KIND_CONNECTION_LOST,
                    DEVICE_EVENT_KIND_SECURITY,
                    DEVICE_EVENT_KIND_UNSPECIFIED,
                    UNRECOGNIZED ->
                    Optional.empty();
        };
    }

    @Test
    void anExtremeValueThatIsPossibleIsJudged() {
        ward.sends(PULSE, "220", "221", "222");
        assertThat(ward.raised()).extracting(AlertRaised::getCode).containsExactly(PULSE);
        assertThat(ward.lastRaised().getDirection()).isEqualTo("high");
    }

    @Test
    void aKindOfDeviceEventThatALaterReleaseAddsChangesNothing() {
        ward.device(99, 1).sends(SPO2, "97");
        assertThat(ward.names()).isEmpty();
    }

    @Test
    void aPanelIsJudgedByItsComponents() {
        ward.plans(2, threshold("d", "8462-4", null, "95"));
        ward.sendsPressure("140", "99").after(Duration.ofMinutes(1)).sendsPressure("141", "98");
        assertThat(ward.raised()).extracting(AlertRaised::getCode).containsExactly("8462-4");
        assertThat(ward.lastRaised().getEvidenceJson()).contains("\"value\":98", "\"high\":95");
    }

    @Test
    void aReadingThatIsNotValidIsNotJudged() {
        ward.sends(ward.recorded(SPO2, "60").setValidity(Validity.VALIDITY_QUESTIONED));
        ward.sends(ward.recorded(SPO2, "20").setValidity(Validity.VALIDITY_INVALID));
        assertThat(ward.names()).isEmpty();
    }

    @Test
    void belowTheMetersRangeIsCriticalAtOnce() {
        ward.sends(
                ward.recorded("41653-7", "1")
                        .clearValue()
                        .setSpecial(SpecialValue.SPECIAL_VALUE_BELOW_RANGE));
        assertThat(ward.names()).containsExactly("raised");
        assertThat(ward.lastRaised().getSentencesOrThrow("fr")).contains("en dessous de la plage");
    }

    @Test
    void aDateWithoutTimeIsHistoryOnly() {
        ward.sends(ward.recorded(SPO2, "84").setTimeQuality(TimeQuality.TIME_QUALITY_DATE_ONLY));
        assertThat(ward.names()).containsExactly("found");
    }

    @Test
    void aReleasedAlertIsUnseenAgain() {
        ward.sends(SPO2, "84").acknowledges();
        ward.does(AlertActionKind.ALERT_ACTION_KIND_RELEASED, AlertStatus.ALERT_STATUS_OPEN);
        ward.sends(SPO2, "97");
        assertThat(ward.names())
                .containsExactly("raised", "AlertAcknowledged", "AlertReleased", "updated");
    }

    static PlanThreshold.Builder threshold(
            String id,
            String code,
            @org.jspecify.annotations.Nullable String low,
            @org.jspecify.annotations.Nullable String high) {
        PlanThreshold.Builder threshold = PlanThreshold.newBuilder().setId(id).setCode(code);
        if (low != null) {
            threshold.setLow(Decimals.toWire(new BigDecimal(low)));
        }
        if (high != null) {
            threshold.setHigh(Decimals.toWire(new BigDecimal(high)));
        }
        return threshold;
    }
}
