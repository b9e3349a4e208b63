package org.homeward.alert.evaluator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.homeward.alert.episode.AlertState;
import org.homeward.alert.episode.Memory;
import org.homeward.alert.episode.OpenAlert;
import org.homeward.alert.rule.Confirm;
import org.homeward.alert.rule.Direction;
import org.homeward.alert.rule.Priority;
import org.homeward.alert.rule.Sample;
import org.junit.jupiter.api.Test;

class EvaluatorTest {
    private static final String SPO2 = "59408-5";
    private static final String TEMPERATURE = "8310-5";
    private static final String GLUCOSE = "41653-7";
    private static final String PRESSURE = "8480-6";
    private static final String CGM = "99504-3";

    @Test
    void aFlappingValueNobodyLooksAtIsOneAlert() {
        Scene scene = new Scene(SPO2).sends("91", "92", "91", "92", "91", "92", "91");
        assertThat(scene.happened()).containsOnlyOnce("raised");
    }

    @Test
    void aValueFlappingAroundAPlansLimitIsOneAlertEvenOnceItIsSeen() {
        Scene scene = new Scene(GLUCOSE).planned(2, "70", null, Priority.HIGH);
        scene.sends("69.4", "70.1", "69.4").acknowledges();
        scene.sends("70.1", "69.4", "70.1", "69.4", "74");
        assertThat(scene.happened()).containsExactly("raised");
        scene.sends("75");
        assertThat(scene.happened()).containsExactly("raised", "cleared:recovered");
    }

    @Test
    void theDeadlineRaisesWhenNoRepeatComes() {
        Scene scene = new Scene(SPO2).sends("91").deadlinesUntil(15);
        assertThat(scene.happened()).isEmpty();
        scene.deadlinesUntil(16);
        assertThat(scene.happened()).containsExactly("raised");
        assertThat(scene.open().cause()).isEqualTo(OpenAlert.Cause.NO_REPEAT);
        assertThat(scene.open().raisedAt()).isEqualTo(Scene.START.plusSeconds(900));
    }

    @Test
    void aRepeatAtTheVeryDeadlineIsInTime() {
        Scene scene = new Scene(SPO2).sends("91").at(15).sends("95").deadlinesUntil(60);
        assertThat(scene.happened()).isEmpty();
    }

    @Test
    void aRepeatAfterTheDeadlineFindsTheAlertRaisedAndRecovered() {
        Scene scene = new Scene(SPO2).sends("91").at(16).sends("95");
        assertThat(scene.happened()).containsExactly("raised", "updated:RECOVERED");
        scene.acknowledges();
        assertThat(scene.happened()).endsWith("cleared:recovered");
        assertThat(scene.state.open(Direction.LOW)).isEmpty();
    }

    @Test
    void theDeadlineIsSetAnewByTheNextRedSample() {
        Scene scene = new Scene(SPO2).sends("91", "92", "92", "91").deadlinesUntil(17);
        assertThat(scene.happened()).isEmpty();
        scene.deadlinesUntil(19);
        assertThat(scene.happened()).containsExactly("raised");
        assertThat(scene.open().onsetId()).isEqualTo(Scene.reading(4));
    }

    @Test
    void anAcknowledgedAlertClearsAtTheExitAndNotBefore() {
        Scene scene = new Scene(TEMPERATURE).sends("35.0", "34.9").acknowledges();
        scene.sends("35.4");
        assertThat(scene.happened()).containsExactly("raised");
        scene.sends("35.5");
        assertThat(scene.happened()).containsExactly("raised", "cleared:recovered");
    }

    @Test
    void afterAResolveTheConditionRaisesAgainOnNewReadings() {
        Scene scene = new Scene(SPO2).sends("90", "90").resolves().sends("90");
        assertThat(scene.happened()).containsExactly("raised", "cleared:resolved");
        scene.sends("90");
        assertThat(scene.happened()).containsExactly("raised", "cleared:resolved", "raised");
        assertThat(scene.open().onsetId()).isEqualTo(Scene.reading(3));
    }

    @Test
    void theSameReadingThreeTimesHasOneEffect() {
        Scene scene = new Scene(SPO2).sends("91");
        Sample first = scene.state.memory().find(Scene.reading(1)).orElseThrow();
        scene.take(first);
        scene.take(first);
        assertThat(scene.happened()).isEmpty();
        assertThat(scene.state.memory().samples()).hasSize(1);
    }

    @Test
    void anOldReadingIsAFindingAndOneRunIsOneFinding() {
        Scene scene = new Scene(SPO2).sendsLate(300, "90").sendsLate(290, "90");
        scene.sendsLate(280, "90");
        assertThat(scene.happened()).containsExactly("found");
    }

    @Test
    void theLiveAgeLimitIsInclusive() {
        Scene live = new Scene(SPO2).sendsLate(240, "84");
        assertThat(live.happened()).containsExactly("raised");
        Scene late = new Scene(SPO2).sendsLate(241, "84");
        assertThat(late.happened()).containsExactly("found");
    }

    @Test
    void aLateSampleThatCompletesALiveOneAlertsLive() {
        Scene scene = new Scene(SPO2).sendsLate(60, "91").sendsLate(250, "91");
        assertThat(scene.happened()).containsExactly("raised");
    }

    @Test
    void theOrderOfArrivalDoesNotMakeAnOldNormalReadingARecovery() {
        Scene scene = new Scene(SPO2).at(30).sends("90", "90").acknowledges();
        scene.sendsLate(20, "97");
        assertThat(scene.happened()).containsExactly("raised");
    }

    @Test
    void aHighAlertHidesNoLowOne() {
        Scene scene = new Scene(GLUCOSE).sends("260", "260", "53");
        assertThat(scene.happened()).containsExactly("raised", "raised", "updated:RECOVERED");
    }

    @Test
    void anUrgentValueMakesAHighAlertCriticalAndUnseen() {
        Scene scene = new Scene(GLUCOSE).planned(2, "70", null, Priority.HIGH);
        scene.sends("65", "65").acknowledges().sends("52");
        assertThat(scene.happened()).containsExactly("raised", "updated:WORSE");
        assertThat(scene.open().priority()).isEqualTo(Priority.CRITICAL);
        assertThat(scene.open().seen()).isFalse();
    }

    @Test
    void aMediumAlertRecoversUnseen() {
        Scene scene = new Scene(PRESSURE).planned(2, null, "135", Priority.MEDIUM);
        scene.sends("140", "141", "120");
        assertThat(scene.happened()).containsExactly("raised", "cleared:recovered");
    }

    @Test
    void anOpenAlertKeepsItsRuleAndTheNextUsesTheNewOne() {
        Scene scene = new Scene(PRESSURE).planned(2, null, "160", Priority.HIGH);
        scene.sends("165", "165").planned(3, null, "150", Priority.HIGH).sends("155");
        assertThat(scene.happened()).containsExactly("raised", "updated:RECOVERED");
        assertThat(scene.open().rule().version()).isEqualTo("2");
        scene.acknowledges().sends("156", "156");
        assertThat(scene.open().rule().version()).isEqualTo("3");
    }

    @Test
    void cgmIsNotJudgedByTheDefaultPack() {
        assertThat(new Scene(CGM).sends("40", "40", "40").happened()).isEmpty();
    }

    @Test
    void aVoidedOnsetClosesTheAlertAndWhatIsLeftRaisesAnew() {
        Scene scene = new Scene(SPO2).sends("90", "90").voids(1);
        assertThat(scene.happened()).containsExactly("raised", "cleared:source-corrected");
        scene.sends("90");
        assertThat(scene.happened()).endsWith("raised");
        assertThat(scene.open().onsetId()).isEqualTo(Scene.reading(2));
    }

    @Test
    void aCorrectedOnsetThatIsRedStillKeepsTheAlert() {
        Scene scene = new Scene(SPO2).sends("90", "90").takesAgain(1, 2, "89");
        assertThat(scene.happened()).containsExactly("raised", "updated:CORRECTED");
    }

    @Test
    void aReadingCorrectedTwiceHasTheSameOnsetAndAnotherDerivation() {
        Scene scene = new Scene(SPO2).sends("90", "90").takesAgain(2, 2, "97");
        assertThat(scene.happened()).containsExactly("raised", "cleared:source-corrected");
        var first = scene.effects.getFirst().alert().id();
        scene.takesAgain(2, 3, "90");
        assertThat(scene.happened()).endsWith("raised");
        assertThat(scene.open().derivation()).isEqualTo(1);
        assertThat(scene.open().id()).isNotEqualTo(first);
    }

    @Test
    void aVoidOfAnUnknownReadingChangesNothing() {
        Scene scene = new Scene(SPO2).sends("90").voids(7);
        assertThat(scene.happened()).isEmpty();
        assertThat(scene.state.low().state()).isInstanceOf(AlertState.Confirming.class);
    }

    @Test
    void aVoidBeforeItsReadingGivesTheSameStateAsOneAfterIt() {
        Scene after = new Scene(SPO2).sends("95", "84").voids(2);
        Scene before = new Scene(SPO2).sends("95").voidsUnheard(2).sends("84");
        assertThat(before.happened()).isEmpty();
        assertThat(before.state.memory().find(Scene.reading(2)).orElseThrow().version())
                .isEqualTo(2);
        assertThat(before.state.memory().newest()).isEqualTo(after.state.memory().newest());
    }

    @Test
    void anInvalidReadingIsNoRepeat() {
        Scene scene = new Scene(SPO2).sends("90", "invalid").deadlinesUntil(16);
        assertThat(scene.happened()).containsExactly("raised");
    }

    @Test
    void threeOfFiveCountsOverFive() {
        Scene scene = new Scene(SPO2).planned(2, "92", null, Priority.HIGH, new Confirm(3, 5));
        scene.sends("90", "95", "90", "95");
        assertThat(scene.happened()).isEmpty();
        scene.sends("90");
        assertThat(scene.happened()).containsExactly("raised");
    }

    @Test
    void aClockThatRunsAheadDoesNotMakeAReadingTheNewestForHours() {
        Scene scene = new Scene(SPO2).sends("90", "90").acknowledges();
        Sample ahead =
                scene.sample(50, 1, "90", scene.clock.plus(Duration.ofHours(20)), scene.clock);
        scene.take(ahead);
        scene.at(10).sends("97");
        assertThat(scene.happened()).containsExactly("raised", "cleared:recovered");
    }

    @Test
    void aFullMemoryTakesAnEarlierReadingForARepeatOrForHistory() {
        Scene scene = new Scene(SPO2).at(100);
        for (int i = 0; i < Memory.SIZE; i++) {
            scene.sends("97");
        }
        var received = Scene.START.plus(Duration.ofMinutes(101));
        scene.take(scene.sample(900, 1, "80", Scene.START, received));
        assertThat(scene.happened()).isEmpty();
        scene.take(scene.sample(901, 1, "80", Scene.START, scene.clock));
        assertThat(scene.happened()).containsExactly("found");
    }
}
