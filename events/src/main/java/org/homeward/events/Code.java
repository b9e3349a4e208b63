package org.homeward.events;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One row of the table of clinical codes.
///
/// @param loinc the canonical LOINC code; empty for [Kind#REFUSED]
/// @param aliases other LOINC codes that are accepted and stored under the canonical one
/// @param mdc IEEE 11073-10101 codes (context-free, partition x 65536 + term)
/// @param unit the canonical UCUM unit; empty for panels and coded values
/// @param units the UCUM units that are accepted
/// @param min the instrument's lower limit in the canonical unit; outside the limits a value is
///   impossible
/// @param max the instrument's upper limit
/// @param components canonical codes of a panel's components
/// @param liveAge how old a reading may be to raise a live alert (ALARMS.md must 3); null: never by
///   itself
/// @param questionPerDay a change within 24 hours by more than this is a question, not a finding:
///   is this the patient? Null: never asked
public record Code(
        String loinc,
        Kind kind,
        List<String> aliases,
        List<Integer> mdc,
        String unit,
        Set<String> units,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        List<String> components,
        @Nullable Duration liveAge,
        @Nullable BigDecimal questionPerDay,
        String en,
        String fr) {

    public enum Kind {
        PANEL,
        COMPONENT,
        QUANTITY,
        CODED,
        /// Known and never to be charted, such as a glucose control solution.
        REFUSED
    }

    public Code {
        aliases = List.copyOf(aliases);
        mdc = List.copyOf(mdc);
        units = Set.copyOf(units);
        components = List.copyOf(components);
    }

    /// Whether the value, in the canonical unit, is one the instrument can give.
    public boolean isPossible(BigDecimal value) {
        return (min == null || value.compareTo(min) >= 0)
                && (max == null || value.compareTo(max) <= 0);
    }

    public Optional<Duration> liveAgeLimit() {
        return Optional.ofNullable(liveAge);
    }

    /// The display name; English for any language but French.
    public String display(String language) {
        return language.startsWith("fr") ? fr : en;
    }
}
