package org.homeward.system.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The worked examples of the contract that need no clock.
class AlertOracleTest {
    private static final UUID PATIENT = new UUID(0, 99);
    private static final String SPO2 = "59408-5";
    private static final String PULSE = "8867-4";

    @Test
    void twoRedSamplesRaiseWithTheFirstAsOnset() {
        assertThat(spo2("91", "91")).containsExactly(open("default/spo2-low", 0));
    }

    @Test
    void redNormalRedRaises() {
        assertThat(spo2("91", "92", "91")).containsExactly(open("default/spo2-low", 0));
    }

    @Test
    void redsTooFarApartDoNot() {
        assertThat(spo2("91", "92", "92", "91")).isEmpty();
    }

    @Test
    void anUrgentSampleNeedsNoSecond() {
        assertThat(spo2("84")).containsExactly(open("default/spo2-low", 0));
        assertThat(spo2("85")).isEmpty();
    }

    @Test
    void aFractionTakesTheWorseNeighbour() {
        assertThat(spo2("91.4", "91.9")).hasSize(1);
    }

    @Test
    void flappingWhileNobodyLooksIsOneCriticalAlert() {
        assertThat(spo2("91", "91", "95", "95", "91", "91", "95"))
                .containsExactly(open("default/spo2-low", 0));
    }

    @Test
    void aMediumThresholdClosesOnRecoveryAndRaisesAgain() {
        Limits limits = new Limits("t", "2", PULSE, 55, 105);
        List<Sample> samples = samples(PULSE, "106", "106", "105", "104", "106", "80", "107");

        assertThat(AlertOracle.alerts(PATIENT, samples, List.of(limits)))
                .containsExactly(
                        new Expected(PATIENT, "plan/t/high", "2", id(0), true),
                        new Expected(PATIENT, "plan/t/high", "2", id(4), false));
    }

    @Test
    void aPlansThresholdReplacesTheDefaultRule() {
        List<Sample> samples = samples(PULSE, "135", "135");
        Limits wide = new Limits("t", "2", PULSE, 30, 140);

        assertThat(AlertOracle.alerts(PATIENT, samples, List.of())).hasSize(1);
        assertThat(AlertOracle.alerts(PATIENT, samples, List.of(wide))).isEmpty();
    }

    private static Expected open(String rule, int onset) {
        return new Expected(PATIENT, rule, "2026.1", id(onset), false);
    }

    private static List<Expected> spo2(String... values) {
        return AlertOracle.alerts(PATIENT, samples(SPO2, values), List.of());
    }

    private static List<Sample> samples(String code, String... values) {
        return IntStream.range(0, values.length)
                .mapToObj(i -> new Sample(id(i), code, new BigDecimal(values[i])))
                .toList();
    }

    private static UUID id(int i) {
        return new UUID(1, i);
    }
}
