package org.homeward.simulator.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.homeward.simulator.device.Measurement;
import org.junit.jupiter.api.Test;

class BodyTest {
    private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

    @Test
    void theSameSeedGivesTheSameReadingsInAnyOrder() {
        List<Measurement> forwards = IntStream.range(0, 50).mapToObj(BodyTest::pulse).toList();
        List<Measurement> backwards =
                IntStream.range(0, 50).map(i -> 49 - i).mapToObj(BodyTest::pulse).toList();

        assertThat(backwards.reversed()).isEqualTo(forwards);
    }

    @Test
    void aKnownSeedKeepsItsValuesOnEveryMachine() {
        assertThat(Body.codes())
                .extracting(code -> value(new Body(17, Scenario.STABLE, START), code, START))
                .containsExactly("72", "97", "15", "36.7", "75.4", "137");
    }

    @Test
    void peopleDiffer() {
        assertThat(IntStream.range(0, 20))
                .extracting(seed -> value(new Body(seed, Scenario.STABLE, START), "29463-7", START))
                .doesNotHaveDuplicates();
    }

    @Test
    void aStableBodyStaysInsideTheRedBandsForADay() {
        for (int seed = 0; seed < 50; seed++) {
            Body body = new Body(seed, Scenario.STABLE, START);
            for (int minute = 0; minute < 1440; minute += 10) {
                Instant at = START.plusSeconds(60L * minute);
                assertThat(Double.parseDouble(value(body, "59408-5", at))).isGreaterThan(92);
                assertThat(Double.parseDouble(value(body, "9279-1", at))).isBetween(9.0, 24.0);
                assertThat(Double.parseDouble(value(body, "8867-4", at))).isBetween(41.0, 130.0);
                assertThat(Double.parseDouble(value(body, "8310-5", at))).isBetween(35.5, 38.0);
            }
        }
    }

    @Test
    void oxygenFallsUnderTheRedBandWithinTwoMinutesAndBreathingQuickens() {
        for (int seed = 0; seed < 50; seed++) {
            Body body = new Body(seed, Scenario.DETERIORATING_RESPIRATORY, START);
            Instant later = START.plusSeconds(90);

            assertThat(Double.parseDouble(value(body, "59408-5", later))).isLessThanOrEqualTo(91);
            assertThat(Double.parseDouble(value(body, "9279-1", later)))
                    .isGreaterThan(Double.parseDouble(value(body, "9279-1", START)) + 4);
        }
    }

    @Test
    void waterMakesTheHeartFailurePatientHeavierByTheDay() {
        Body body = new Body(3, Scenario.HEART_FAILURE_WEIGHT, START);

        assertThat(Double.parseDouble(value(body, "29463-7", START.plusSeconds(3 * 86_400))))
                .isGreaterThan(Double.parseDouble(value(body, "29463-7", START)) + 1.4);
    }

    @Test
    void bloodPressureIsOnePanelWithBothComponents() {
        Measurement panel =
                new Body(1, Scenario.HYPERTENSION, START).measure(Body.PANEL, "m", START);

        assertThat(panel.values())
                .extracting(Measurement.Value::code)
                .containsExactly("8480-6", "8462-4");
        assertThat(Measurement.body(List.of(panel))).contains("\"components\":[");
    }

    @Test
    void anUnknownCodeIsRefused() {
        Body body = new Body(1, Scenario.STABLE, START);

        assertThatThrownBy(() -> body.measure("1-8", "m", START))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Measurement pulse(int i) {
        return new Body(7, Scenario.STABLE, START).measure("8867-4", "m" + i, START.plusSeconds(i));
    }

    private static String value(Body body, String code, Instant at) {
        return body.measure(code, "m", at).values().getFirst().value().toPlainString();
    }
}
