package org.homeward.ingest.correction;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.homeward.ingest.reading.Intakes;
import org.homeward.ingest.reading.Measure;
import org.homeward.ingest.reading.Reading;
import org.homeward.ingest.reading.Validity;
import org.jspecify.annotations.Nullable;

/// A reading with another value in place of the one that was sent.
final class Amendment {
    /// The flag of a reading that a clinician has corrected (FHIR: status `corrected`).
    static final String FLAG = "CORRECTED";

    /// Doubts about the time are not settled by another value.
    private static final Set<String> OF_TIME =
            Set.of("CLOCK_FAULT", "TIME_SUSPECT", "TIME_OF_RECEIPT");

    private Amendment() {}

    static Reading of(Reading before, Intakes.Judged judged) {
        List<String> flags = new ArrayList<>(before.flags());
        flags.removeIf(flag -> !OF_TIME.contains(flag));
        flags.add(FLAG);
        return before.next(judged.measure(), judged.components(), Validity.VALID, flags);
    }

    /// Whether it says what the reading says already, and nobody doubts that.
    static boolean changesNothing(Reading before, Intakes.Judged judged) {
        return before.validity() == Validity.VALID
                && same(before.measure().value(), judged.measure().value())
                && before.measure().special() == judged.measure().special()
                && values(before.components()).equals(values(judged.components()));
    }

    /// Whether it speaks of all that the reading measured: what it would leave out would go on
    /// being judged.
    static boolean isOfTheSame(Reading before, Intakes.Judged judged) {
        return values(before.components()).keySet().equals(values(judged.components()).keySet());
    }

    private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return one.compareTo(other) == 0;
    }

    private static Map<String, String> values(List<Measure> components) {
        Map<String, String> out = new HashMap<>();
        for (Measure component : components) {
            BigDecimal value = component.value();
            out.put(
                    component.code(),
                    value == null
                            ? Objects.toString(component.special())
                            : value.stripTrailingZeros().toPlainString());
        }
        return out;
    }
}
