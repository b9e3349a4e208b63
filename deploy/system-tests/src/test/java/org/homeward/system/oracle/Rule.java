package org.homeward.system.oracle;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One direction of one measure: where it is red, where it has recovered.
///
/// @param enter the first red value
/// @param urgent red beyond this needs no confirmation; null: no such limit
/// @param staysOpen whether an alert that nobody has seen outlives recovery
record Rule(
        String id,
        String version,
        String code,
        boolean low,
        BigDecimal enter,
        BigDecimal exit,
        @Nullable BigDecimal urgent,
        boolean staysOpen) {

    private static final String PACK = "2026.1";

    /// The default pack, section 2 of the contract, for the measures that the test sends.
    static final List<Rule> DEFAULT =
            List.of(
                    pack("respiration-low", "9279-1", true, "8", "9"),
                    pack("respiration-high", "9279-1", false, "25", "24"),
                    new Rule(
                            "default/spo2-low",
                            PACK,
                            "59408-5",
                            true,
                            n("91"),
                            n("92"),
                            n("85"),
                            true),
                    pack("systolic-low", "8480-6", true, "90", "91"),
                    pack("systolic-high", "8480-6", false, "220", "219"),
                    pack("pulse-low", "8867-4", true, "40", "41"),
                    pack("pulse-high", "8867-4", false, "131", "130"),
                    pack("temperature-low", "8310-5", true, "35.0", "35.5"));

    private static Rule pack(String name, String code, boolean low, String enter, String exit) {
        return new Rule("default/" + name, PACK, code, low, n(enter), n(exit), null, true);
    }

    /// The two rules of a plan's threshold with whole-numbered limits and a band of one, of a
    /// priority (medium or low) whose alerts close by themselves.
    static Stream<Rule> threshold(Limits limits) {
        BigDecimal one = BigDecimal.ONE;
        String id = "plan/" + limits.id() + "/";
        BigDecimal low = BigDecimal.valueOf(limits.low());
        BigDecimal high = BigDecimal.valueOf(limits.high());
        return Stream.of(
                new Rule(
                        id + "low",
                        limits.version(),
                        limits.code(),
                        true,
                        low.subtract(one),
                        low.add(one),
                        null,
                        false),
                new Rule(
                        id + "high",
                        limits.version(),
                        limits.code(),
                        false,
                        high.add(one),
                        high.subtract(one),
                        null,
                        false));
    }

    boolean isRed(BigDecimal value) {
        int side = rounded(value).compareTo(enter);
        return low ? side <= 0 : side >= 0;
    }

    boolean isRecovered(BigDecimal value) {
        int side = rounded(value).compareTo(exit);
        return low ? side >= 0 : side <= 0;
    }

    boolean isUrgent(BigDecimal value) {
        return urgent != null && low && rounded(value).compareTo(urgent) < 0;
    }

    private BigDecimal rounded(BigDecimal value) {
        return switch (code) {
            case "8310-5" -> value.setScale(1, RoundingMode.HALF_UP);
            case "59408-5" -> value.setScale(0, low ? RoundingMode.FLOOR : RoundingMode.CEILING);
            default -> value.setScale(0, RoundingMode.HALF_UP);
        };
    }

    private static BigDecimal n(String text) {
        return new BigDecimal(text);
    }
}
