package org.homeward.ingest.reading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.homeward.events.CodeTable;
import org.jspecify.annotations.Nullable;

/// Whether an instrument can have given these values, by the limits of the table of codes. What it
/// cannot have given is kept and published as invalid, so that nobody is scored by it and somebody
/// sees it.
final class Plausibility {
    static final String IMPOSSIBLE = "IMPOSSIBLE_VALUE";
    static final String NO_READING = "NO_READING";
    static final String CROSSED = "SYSTOLIC_BELOW_DIASTOLIC";

    static final String DOUBTED = "DOUBTED_BY_DEVICE";

    /// The context in which a device says how far it trusts its own measurement.
    static final String STATUS = "measurementStatus";

    /// IEEE 11073-10201 measurement statuses under which no instrument stands by its value.
    private static final Set<String> DOUBTS = Set.of("questionable", "calibration-ongoing");

    private static final int PAIR = 2;

    private final CodeTable codes;

    Plausibility(CodeTable codes) {
        this.codes = codes;
    }

    record Finding(Validity validity, List<String> flags) {}

    /// Judges a reading.
    ///
    /// @param context what the device says beside the values
    Finding judge(Measure measure, List<Measure> components, Map<String, String> context) {
        List<String> flags = new ArrayList<>();
        if (all(measure, components).anyMatch(this::isImpossible)) {
            flags.add(IMPOSSIBLE);
        }
        List<String> order = order(measure);
        if (all(measure, components).anyMatch(m -> isNoReading(m) && isNeeded(m, order))) {
            flags.add(NO_READING);
        }
        boolean invalid = !flags.isEmpty();
        if (isCrossed(components, order)) {
            flags.add(CROSSED);
        }
        if (DOUBTS.contains(context.getOrDefault(STATUS, ""))) {
            flags.add(DOUBTED);
        }
        Validity validity =
                invalid ? Validity.INVALID : flags.isEmpty() ? Validity.VALID : Validity.QUESTIONED;
        return new Finding(validity, List.copyOf(flags));
    }

    /// The table lists a blood-pressure panel's components as systolic, diastolic, mean.
    private List<String> order(Measure measure) {
        return codes.loinc(measure.code()).map(code -> code.components()).orElse(List.of());
    }

    /// A pressure is whole without its mean, which many cuffs do not give.
    private static boolean isNeeded(Measure measure, List<String> order) {
        return order.indexOf(measure.code()) < PAIR;
    }

    private static Stream<Measure> all(Measure measure, List<Measure> components) {
        return Stream.concat(Stream.of(measure), components.stream());
    }

    private boolean isImpossible(Measure measure) {
        BigDecimal value = measure.value();
        return value != null
                && codes.loinc(measure.code()).map(c -> !c.isPossible(value)).orElse(false);
    }

    private static boolean isNoReading(Measure measure) {
        return measure.special() != null && !measure.special().isFinding();
    }

    private static boolean isCrossed(List<Measure> components, List<String> order) {
        if (order.size() < PAIR) {
            return false;
        }
        BigDecimal upper = value(components, order.get(0));
        BigDecimal lower = value(components, order.get(1));
        return upper != null && lower != null && upper.compareTo(lower) <= 0;
    }

    private static @Nullable BigDecimal value(List<Measure> components, String code) {
        return components.stream()
                .filter(c -> c.code().equals(code))
                .findFirst()
                .map(Measure::value)
                .orElse(null);
    }
}
