package org.homeward.system;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.homeward.simulator.device.Measurement.Value;

/// What the devices of the conservation test measure: values that flap in and out of the red bands,
/// from a seed. The first and the last rounds are normal, so that no confirmation is left waiting.
final class FleetValues {
    static final String PANEL = "85354-9";
    static final String PULSE = "8867-4";
    private static final int CALM = 3;

    /// One measurement to come: a code and its values.
    record Planned(String code, List<Value> values) {}

    private final Random random;
    private final boolean ownPulseLimits;

    FleetValues(long seed, boolean ownPulseLimits) {
        this.random = new Random(seed);
        this.ownPulseLimits = ownPulseLimits;
    }

    /// Rounds of five measurements each.
    List<Planned> rounds(int rounds) {
        List<Planned> planned = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            boolean calm = round < CALM || round >= rounds - CALM;
            planned.add(single("59408-5", "%", calm ? "97" : spo2()));
            planned.add(single(PULSE, "/min", calm ? "75" : pulse()));
            planned.add(
                    single("9279-1", "/min", calm ? "15" : pick("15", "24", "25", "27", "9", "8")));
            planned.add(
                    single("8310-5", "Cel", calm ? "36.6" : pick("36.6", "35.1", "35.0", "34.8")));
            planned.add(
                    panel(
                            calm
                                    ? "125"
                                    : pick("125", "130", "91", "90", "84", "219", "220", "226")));
        }
        return planned;
    }

    private String spo2() {
        return random.nextInt(40) == 0 ? "84" : pick("97", "96", "92", "91", "90");
    }

    private String pulse() {
        return ownPulseLimits
                ? pick("75", "80", "54", "53", "55", "56", "106", "107", "105", "104")
                : pick("75", "80", "90", "41", "40", "38", "130", "131", "140");
    }

    private String pick(String... values) {
        boolean normal = random.nextInt(3) == 0;
        return normal ? values[0] : values[random.nextInt(values.length)];
    }

    private static Planned single(String code, String unit, String value) {
        return new Planned(code, List.of(new Value(code, new BigDecimal(value), unit)));
    }

    private static Planned panel(String systolic) {
        BigDecimal high = new BigDecimal(systolic);
        BigDecimal low = high.subtract(new BigDecimal("40"));
        return new Planned(
                PANEL,
                List.of(new Value("8480-6", high, "mm[Hg]"), new Value("8462-4", low, "mm[Hg]")));
    }
}
