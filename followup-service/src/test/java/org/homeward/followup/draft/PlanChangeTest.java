package org.homeward.followup.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeward.followup.plan.Plans.T0;
import static org.homeward.followup.plan.Plans.draft;
import static org.homeward.followup.plan.Plans.first;
import static org.homeward.followup.plan.Plans.measuring;
import static org.homeward.followup.plan.Plans.nurse;
import static org.homeward.followup.plan.Plans.physician;
import static org.homeward.followup.plan.Plans.threshold;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.homeward.followup.plan.Authorship;
import org.homeward.followup.plan.CarePlan;
import org.homeward.followup.plan.Pause;
import org.homeward.followup.plan.Threshold;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanChangeTest {
    private static final Instant T1 = T0.plusSeconds(3600);

    private static CarePlan changed(CarePlan plan, PlanDraft draft, Authorship by) {
        PlanDecision decision = PlanChange.decide(plan, draft, by);
        assertThat(decision).isInstanceOf(PlanDecision.Changed.class);
        return ((PlanDecision.Changed) decision).next();
    }

    private static List<String> faults(PlanDraft draft) {
        PlanDecision decision = PlanChange.decide(first(), draft, physician(T1));
        assertThat(decision).isInstanceOf(PlanDecision.Refused.class);
        return ((PlanDecision.Refused) decision).faults().stream().map(Fault::field).toList();
    }

    @Test
    void aNewThresholdIsStampedWithAuthorOriginTimeAndVersion() {
        CarePlan next =
                changed(
                        first(),
                        draft(List.of(threshold("59408-5", "88", null)), "COPD"),
                        physician(T1));
        Threshold stamped = next.thresholds().getFirst();
        assertThat(next.version()).isEqualTo(2);
        assertThat(stamped.author()).isEqualTo("physician-1");
        assertThat(stamped.origin()).isEqualTo("patient");
        assertThat(stamped.from()).isEqualTo(T1);
        assertThat(stamped.planVersion()).isEqualTo(2);
        assertThat(stamped.priority()).isEqualTo("high");
        assertThat(stamped.id()).isNotEmpty();
    }

    @Test
    void anUnchangedThresholdKeepsItsStamps() {
        CarePlan second =
                changed(
                        first(),
                        draft(List.of(threshold("59408-5", "88", null)), "COPD"),
                        physician(T1));
        PlanDraft both =
                draft(
                        List.of(
                                threshold("59408-5", "88.0", null),
                                threshold("8867-4", null, "120")),
                        "pulse");
        CarePlan third = changed(second, both, physician(T1.plusSeconds(60)));
        assertThat(third.thresholds().getFirst()).isEqualTo(second.thresholds().getFirst());
    }

    @Test
    void anAliasIsStoredUnderItsCanonicalCode() {
        CarePlan next =
                changed(
                        first(),
                        draft(List.of(threshold("2708-6", "88", null)), "COPD"),
                        physician(T1));
        assertThat(next.thresholds().getFirst().code()).isEqualTo("59408-5");
    }

    @Test
    void aLimitKeepsItsScale() {
        CarePlan next =
                changed(
                        first(),
                        draft(List.of(threshold("8310-5", "36.00", null)), "fever"),
                        physician(T1));
        assertThat(next.thresholds().getFirst().low()).isEqualTo(new BigDecimal("36.00"));
    }

    @Test
    void aNurseMayNotChangeThresholds() {
        PlanDraft asked = draft(List.of(threshold("59408-5", "88", null)), "COPD");
        assertThat(PlanChange.decide(first(), asked, nurse(T1)))
                .isInstanceOf(PlanDecision.NeedsPhysician.class);
    }

    @Test
    void aNurseMayChangeMeasurementsBesideThresholdsThatStay() {
        CarePlan second =
                changed(
                        first(),
                        draft(List.of(threshold("59408-5", "88", null)), "COPD"),
                        physician(T1));
        PlanDraft asked =
                new PlanDraft(
                        "Europe/Paris",
                        LocalDate.parse("2026-12-24"),
                        second.packs(),
                        List.of("walk daily"),
                        List.of(new MeasurementDraft(null, "59408-5", 2, List.of("07:00/10:00"))),
                        List.of(threshold("59408-5", "88", null)),
                        List.of(),
                        List.of(),
                        Map.of(),
                        null);
        CarePlan third = changed(second, asked, nurse(T1.plusSeconds(5)));
        assertThat(third.measurements()).hasSize(1);
        assertThat(third.author()).isEqualTo("nurse-1");
        assertThat(third.thresholds()).isEqualTo(second.thresholds());
    }

    @Test
    void theSamePlanAgainIsNoNewVersion() {
        assertThat(PlanChange.decide(first(), draft(List.of(), null), nurse(T1)))
                .isInstanceOf(PlanDecision.Unchanged.class);
    }

    @Test
    void aChangedThresholdNeedsAReason() {
        assertThat(faults(draft(List.of(threshold("59408-5", "88", null)), " ")))
                .containsExactly("reason");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "8480-6, 140, 100, thresholds[0].low",
                "59408-5, 140, -, thresholds[0].low",
                "29463-7, -, 5000, thresholds[0].high",
                "8480-6, -, -, thresholds[0].low",
                "0000-0, 1, 2, thresholds[0].code",
                "85354-9, 1, 2, thresholds[0].code"
            })
    void aThresholdThatCannotHoldIsRefusedWithItsPath(
            String code, String low, String high, String field) {
        assertThat(faults(draft(List.of(threshold(code, low, high)), "why")))
                .containsExactly(field);
    }

    @Test
    void twoThresholdsOfOneCodeAndPriorityAreRefused() {
        List<ThresholdDraft> twice =
                List.of(threshold("59408-5", "88", null), threshold("2708-6", "90", null));
        assertThat(faults(draft(twice, "why"))).containsExactly("thresholds[1]");
    }

    @ParameterizedTest
    @CsvSource({"7:00/10:00", "07:00-10:00", "07:00/25:00", "07:00/07:00", "morning", "''"})
    void aWindowThatIsNoneIsRefused(String window) {
        PlanDraft asked = measuring(new MeasurementDraft(null, "8867-4", 1, List.of(window)));
        assertThat(faults(asked)).containsExactly("measurements[0].windows[0]");
    }

    @Test
    void aMeasurementOfAComponentIsRefused() {
        PlanDraft asked = measuring(new MeasurementDraft(null, "8480-6", 1, List.of()));
        assertThat(faults(asked)).containsExactly("measurements[0].code");
    }

    @Test
    void aMadeUpTimeZoneIsRefused() {
        PlanDraft base = draft(List.of(), null);
        PlanDraft asked =
                new PlanDraft(
                        "Mars/Olympus",
                        null,
                        base.packs(),
                        base.goals(),
                        base.measurements(),
                        base.thresholds(),
                        base.scores(),
                        List.of(new Pause("hospital", T1, T1.minusSeconds(1))),
                        base.owners(),
                        null);
        assertThat(faults(asked)).containsExactly("timeZone", "pauses[0].to");
    }
}
