package org.homeward.simulator.body;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.homeward.simulator.device.Measurement;
import org.homeward.simulator.device.Measurement.Value;

/// One person's vital signs at any instant: a baseline of the person's own, a wave over the day,
/// noise for each measurement, and on top what the scenario does from its start on.
///
/// @param since when the scenario's story begins
public record Body(long seed, Scenario scenario, Instant since) {
    /// Blood pressure as one panel.
    public static final String PANEL = "85354-9";

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    /// The codes a body can be asked for.
    public static List<String> codes() {
        return List.of(
                VitalSign.PULSE.code,
                VitalSign.SPO2.code,
                VitalSign.BREATHING.code,
                VitalSign.TEMPERATURE.code,
                VitalSign.WEIGHT.code,
                PANEL);
    }

    /// The reading of one code; the blood-pressure panel has its two components.
    ///
    /// @throws IllegalArgumentException if the body does not know the code
    public Measurement measure(String code, String messageId, Instant at) {
        List<Value> values =
                code.equals(PANEL)
                        ? List.of(value(VitalSign.SYSTOLIC, at), value(VitalSign.DIASTOLIC, at))
                        : List.of(value(sign(code), at));
        return new Measurement(messageId, code, values, at);
    }

    private static VitalSign sign(String code) {
        return Arrays.stream(VitalSign.values())
                .filter(sign -> sign.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such vital sign: " + code));
    }

    private Value value(VitalSign sign, Instant at) {
        double day = at.getEpochSecond() % 86_400 / 86_400.0;
        double value =
                sign.mean
                        + sign.spread * noise(sign, 0)
                        + sign.wave * StrictMath.sin(2 * Math.PI * (day - 0.3))
                        + sign.noise * noise(sign, at.toEpochMilli())
                        + story(sign, Duration.between(since, at));
        double possible = sign == VitalSign.SPO2 ? Math.min(100, value) : value;
        BigDecimal shown =
                BigDecimal.valueOf(possible).setScale(sign.decimals(), RoundingMode.HALF_UP);
        return new Value(sign.code, shown, sign.unit);
    }

    private double story(VitalSign sign, Duration told) {
        return switch (scenario) {
            case STABLE -> 0;
            case DETERIORATING_RESPIRATORY -> told.isNegative() ? 0 : breathless(sign, told);
            case HYPERTENSION -> hypertensive(sign);
            case COPD -> sign == VitalSign.SPO2 ? -2.5 : sign == VitalSign.BREATHING ? 2.5 : 0;
            case HEART_FAILURE_WEIGHT -> told.isNegative() ? 0 : retaining(sign, told);
        };
    }

    /// Fully developed after 75 seconds; from the tenth minute on treatment helps, and after the
    /// thirteenth it is over.
    private static double breathless(VitalSign sign, Duration told) {
        double worse = Math.min(1, told.toMillis() / 75_000.0);
        double better = Math.clamp((told.toMillis() - 600_000) / 180_000.0, 0, 1);
        return (worse - better)
                * switch (sign) {
                    case SPO2 -> -9.0;
                    case BREATHING -> 8.0;
                    case PULSE -> 22;
                    case TEMPERATURE -> 1.1;
                    case WEIGHT, SYSTOLIC, DIASTOLIC -> 0;
                };
    }

    private static double hypertensive(VitalSign sign) {
        return switch (sign) {
            case SYSTOLIC -> 28;
            case DIASTOLIC -> 16;
            case PULSE, SPO2, BREATHING, TEMPERATURE, WEIGHT -> 0;
        };
    }

    /// Three quarters of a kilogram a day, up to 4.5 kg.
    private static double retaining(VitalSign sign, Duration told) {
        return sign == VitalSign.WEIGHT ? Math.min(4.5, 0.75 * told.toMinutes() / 1440.0) : 0;
    }

    /// A number in -2..2, mostly near 0, that depends on nothing but its arguments.
    private double noise(VitalSign sign, long moment) {
        long state = mixed(mixed(mixed(seed) + sign.code.hashCode()) + moment);
        double sum = 0;
        for (int i = 0; i < 4; i++) {
            state += GOLDEN;
            sum += (mixed(state) >>> 11) / (double) (1L << 53);
        }
        return sum - 2;
    }

    /// The finaliser of splitmix64.
    private static long mixed(long state) {
        long a = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
        return b ^ (b >>> 31);
    }
}
