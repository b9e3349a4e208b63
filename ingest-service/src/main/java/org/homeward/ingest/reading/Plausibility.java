package org.homeward.ingest.reading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
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

    private final CodeTable codes;

    Plausibility(CodeTable codes) {
        this.codes = codes;
    }

    record Finding(Validity validity, List<String> flags) {}

    Finding judge(Measure measure, List<Measure> components) {
        List<String> flags = new ArrayList<>();
        if (all(measure, components).anyMatch(this::isImpossible)) {
            flags.add(IMPOSSIBLE);
        }
        if (all(measure, components).anyMatch(Plausibility::isNoReading)) {
            flags.add(NO_READING);
        }
        boolean invalid = !flags.isEmpty();
        if (isCrossed(measure, components)) {
            flags.add(CROSSED);
        }
        Validity validity =
                invalid ? Validity.INVALID : flags.isEmpty() ? Validity.VALID : Validity.QUESTIONED;
        return new Finding(validity, List.copyOf(flags));
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

    /// The table lists a blood-pressure panel's components as systolic, diastolic, mean.
    private boolean isCrossed(Measure measure, List<Measure> components) {
        List<String> order =
                codes.loinc(measure.code()).map(code -> code.components()).orElse(List.of());
        if (order.size() < 2) {
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
