package org.homeward.alert.rulebook;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.homeward.alert.rule.Confirm;
import org.homeward.alert.rule.Direction;
import org.homeward.alert.rule.Rounding;
import org.homeward.alert.rule.Threshold;
import org.homeward.events.Code;
import org.homeward.events.CodeTable;
import org.jspecify.annotations.Nullable;

/// The rules of every patient from registration: the bands that give 3 points in NEWS2 (Royal
/// College of Physicians, 2017) for a single parameter, and glucose by meter. Read from
/// default-pack.csv beside this class, which clinicians can review. Not signed off.
public final class DefaultPack {
    public static final String NAME = "default";

    private static final DefaultPack STANDARD = new DefaultPack(PackText.read());

    private final PackText text;
    private final Map<String, PackText.Measure> measures;
    private final List<Threshold> rules;
    private final List<Threshold> targetRange;

    private DefaultPack(PackText text) {
        this.text = text;
        this.rules = text.rules();
        this.targetRange = text.targetRange();
        this.measures =
                text.measures().stream().collect(Collectors.toMap(PackText.Measure::code, m -> m));
    }

    public static DefaultPack standard() {
        return STANDARD;
    }

    public String version() {
        return text.version();
    }

    public List<Threshold> rules() {
        return rules;
    }

    public Confirm confirm() {
        return text.confirm();
    }

    /// How long after the sample that asked for a repeat the alert is raised without one.
    public Duration deadline() {
        return text.deadline();
    }

    /// How long after a resolve no new alert is raised.
    public Duration refractory() {
        return text.refractory();
    }

    public Optional<Threshold> rule(String code, Direction direction) {
        return find(rules, code, direction);
    }

    /// The rules of a prescribed 88-92 % target (NEWS2 scale 2).
    public Threshold targetRange(Direction direction) {
        return targetRange.stream()
                .filter(r -> r.direction() == direction)
                .findFirst()
                .orElseThrow();
    }

    /// Whether the measure is oxygen saturation, whose target range governs both directions.
    public boolean isOximetry(String code) {
        for (Threshold rule : targetRange) {
            if (rule.code().equals(code)) {
                return true;
            }
        }
        return false;
    }

    /// Beyond this limit a single sample is not confirmed, whoever set the threshold.
    public @Nullable BigDecimal urgent(String code, Direction direction) {
        return rule(code, direction).map(r -> r.band().urgent()).orElse(null);
    }

    public Rounding rounding(String code) {
        PackText.Measure measure = measures.get(code);
        return measure == null ? Rounding.NONE : measure.rounding();
    }

    /// One unit: how far beyond the edge a condition ends unless the plan says otherwise.
    public BigDecimal exitBand(String code) {
        String unit = CodeTable.standard().loinc(code).map(Code::unit).orElse("");
        return text.exitBands().getOrDefault(unit, BigDecimal.ZERO);
    }

    private static Optional<Threshold> find(
            List<Threshold> rules, String code, Direction direction) {
        for (Threshold rule : rules) {
            if (rule.direction() == direction && rule.code().equals(code)) {
                return Optional.of(rule);
            }
        }
        return Optional.empty();
    }
}
