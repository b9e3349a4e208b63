package org.homeward.ingest.question;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/// What patients' measures said before, as far as a batch needs it: valid values alone.
public final class LastValues {
    /// A valid value of a patient.
    ///
    /// @param code canonical
    public record Value(UUID patient, String code, Instant at, BigDecimal value) {}

    private record Of(UUID patient, String code) {}

    private final Map<Of, NavigableMap<Instant, BigDecimal>> values = new HashMap<>();

    private LastValues() {}

    public static LastValues of(List<Value> all) {
        LastValues out = new LastValues();
        all.forEach(out::add);
        return out;
    }

    /// The one measured last before a time.
    Optional<Value> before(UUID patient, String code, Instant at) {
        NavigableMap<Instant, BigDecimal> known = values.get(new Of(patient, code));
        Map.Entry<Instant, BigDecimal> last = known == null ? null : known.lowerEntry(at);
        return Optional.ofNullable(last)
                .map(e -> new Value(patient, code, e.getKey(), e.getValue()));
    }

    void add(Value value) {
        values.computeIfAbsent(new Of(value.patient(), value.code()), _ -> new TreeMap<>())
                .put(value.at(), value.value());
    }
}
