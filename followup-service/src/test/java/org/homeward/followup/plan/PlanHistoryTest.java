package org.homeward.followup.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeward.followup.plan.Plans.T0;
import static org.homeward.followup.plan.Plans.draft;
import static org.homeward.followup.plan.Plans.first;
import static org.homeward.followup.plan.Plans.physician;
import static org.homeward.followup.plan.Plans.threshold;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.homeward.followup.draft.PlanChange;
import org.homeward.followup.draft.PlanDecision;
import org.homeward.followup.draft.ThresholdDraft;
import org.homeward.followup.patient.Standing;
import org.junit.jupiter.api.Test;

class PlanHistoryTest {
    private static CarePlan next(CarePlan plan, List<ThresholdDraft> thresholds, Instant at) {
        PlanDecision decision =
                PlanChange.decide(plan, draft(plan, thresholds, "reason"), physician(at));
        return decision instanceof PlanDecision.Changed changed ? changed.next() : plan;
    }

    @Test
    void aReplacedThresholdHeldUntilItWasReplaced() {
        Instant t1 = T0.plusSeconds(60);
        Instant t2 = T0.plusSeconds(120);
        CarePlan second = next(first(), List.of(threshold("59408-5", "88", null)), t1);
        CarePlan third = next(second, List.of(threshold("59408-5", "85", null)), t2);
        PlanHistory history = PlanHistory.of(List.of(first(), second, third), Standing.ACTIVE, t2);
        assertThat(history.thresholds())
                .extracting(Dated::period)
                .containsExactly(new Period(t1, t2), new Period(t2, null));
    }

    @Test
    void aThresholdThatOutlivesAVersionIsOneLine() {
        Instant t1 = T0.plusSeconds(60);
        CarePlan second = next(first(), List.of(threshold("59408-5", "88", null)), t1);
        List<ThresholdDraft> both =
                List.of(threshold("59408-5", "88", null), threshold("8867-4", null, "120"));
        CarePlan third = next(second, both, t1.plusSeconds(60));
        PlanHistory history =
                PlanHistory.of(List.of(first(), second, third), Standing.ACTIVE, third.at());
        assertThat(history.thresholds())
                .extracting(Dated::period)
                .contains(new Period(t1, null))
                .hasSize(2);
    }

    @Test
    void theDefaultPackHeldBeforeTheRegistrationToo() {
        PlanHistory history = PlanHistory.of(List.of(first()), Standing.ACTIVE, T0);
        assertThat(history.packs()).containsExactly(new Dated<>("default", Period.ALWAYS));
    }

    @Test
    void whatEndedThirteenMonthsAgoIsLeftOut() {
        CarePlan second =
                next(first(), List.of(threshold("59408-5", "88", null)), T0.plusSeconds(60));
        CarePlan third = next(second, List.of(), T0.plusSeconds(120));
        Instant later = T0.plus(Duration.ofDays(500));
        PlanHistory history =
                PlanHistory.of(List.of(first(), second, third), Standing.ACTIVE, later);
        assertThat(history.thresholds()).isEmpty();
    }

    @Test
    void aPatientWhoDiedHasAnEndedPlan() {
        CarePlan second = first().following(Standing.DECEASED, physician(T0.plusSeconds(1)));
        PlanHistory history =
                PlanHistory.of(List.of(first(), second), Standing.DECEASED, second.at());
        assertThat(history.ended()).isEqualTo("deceased");
        assertThat(second.state()).isEqualTo("ended");
    }

    @Provide
    Arbitrary<List<List<ThresholdDraft>>> changes() {
        Arbitrary<ThresholdDraft> spo2 =
                Arbitraries.integers()
                        .between(80, 95)
                        .map(low -> threshold("59408-5", low.toString(), null));
        Arbitrary<ThresholdDraft> pulse =
                Arbitraries.integers()
                        .between(100, 140)
                        .map(high -> threshold("8867-4", null, high.toString()));
        return Arbitraries.oneOf(spo2, pulse)
                .list()
                .ofMaxSize(2)
                .uniqueElements(ThresholdDraft::code)
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    @Property(tries = 300)
    void everyInstantHasExactlyTheThresholdsOfTheVersionThatWasInForce(
            @ForAll("changes") List<List<ThresholdDraft>> changes) {
        List<CarePlan> versions = new ArrayList<>(List.of(first()));
        Instant at = T0;
        for (List<ThresholdDraft> change : changes) {
            at = at.plusSeconds(100);
            CarePlan last = versions.getLast();
            CarePlan next = next(last, change, at);
            if (next.version() != last.version()) {
                versions.add(next);
            }
        }
        PlanHistory history = PlanHistory.of(versions, Standing.ACTIVE, at);
        for (Instant t = T0.minusSeconds(150);
                t.isBefore(at.plusSeconds(150));
                t = t.plusSeconds(50)) {
            assertThat(history.thresholdsAt(t))
                    .containsExactlyInAnyOrderElementsOf(inForce(versions, t).thresholds());
        }
    }

    private static CarePlan inForce(List<CarePlan> versions, Instant t) {
        return versions.stream()
                .filter(v -> !v.at().isAfter(t))
                .reduce((a, b) -> b)
                .orElse(versions.getFirst());
    }
}
