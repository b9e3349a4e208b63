package org.homeward.alert.episode;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.homeward.alert.rule.Direction;
import org.homeward.alert.rule.Threshold;
import org.homeward.alert.rulebook.Rulebook;
import org.homeward.events.Code;
import org.homeward.events.CodeTable;
import org.jspecify.annotations.Nullable;

/// What is evaluated: one measure of one patient, with the patient's rules.
///
/// @param liveAge how old a sample may be to raise a live alert; null: never live
public record Measure(UUID patient, String code, @Nullable Duration liveAge, Rulebook rules) {
    public static Measure of(UUID patient, String code, Rulebook rules) {
        Duration limit = CodeTable.standard().loinc(code).flatMap(Code::liveAgeLimit).orElse(null);
        return new Measure(patient, code, limit, rules);
    }

    public Optional<Threshold> rule(Direction direction, Instant at) {
        return rules.rule(code, direction, at);
    }
}
