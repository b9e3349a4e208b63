package org.homeward.alert.evidence;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.homeward.alert.episode.OpenAlert;
import org.homeward.alert.episode.Proof;
import org.homeward.alert.episode.TechnicalAlert;
import org.homeward.alert.rule.Direction;
import org.homeward.alert.rule.Sample;
import org.homeward.alert.rule.Score;
import org.homeward.alert.rule.Threshold;

/// An alert's evidence as JSON (docs/internal-api.md, `evidence`): the readings with value, time
/// and quality, the rule and its version, where the threshold came from, what no longer counts.
public final class Evidence {
    private Evidence() {}

    public static String of(OpenAlert alert) {
        Threshold rule = alert.rule();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("readings", alert.proofs().stream().map(p -> reading(rule, p)).toList());
        json.put("rule", rule(rule));
        json.put("threshold", threshold(rule));
        json.put("cause", alert.cause().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        json.put(
                "suppressed",
                alert.suppressed().stream()
                        .map(s -> Map.of("readingId", s.readingId(), "reason", s.reason()))
                        .toList());
        return JsonText.of(json);
    }

    /// A technical alert's evidence.
    ///
    /// @param reading the reading that a technical alert is about, if any
    public static String of(TechnicalAlert alert, List<UUID> reading) {
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("id", alert.kind().ruleId());
        rule.put("version", alert.ruleVersion());
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("readings", List.of());
        json.put("rule", rule);
        if (alert.kind() != TechnicalAlert.Kind.IS_THIS_THE_PATIENT) {
            json.put("deviceId", alert.device());
        }
        json.put("eventId", alert.onset());
        json.put("about", reading);
        json.put("suppressed", List.of());
        return JsonText.of(json);
    }

    private static Map<String, Object> reading(Threshold rule, Proof proof) {
        Sample sample = proof.sample();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", sample.readingId());
        json.put("code", rule.code());
        Score score = sample.score();
        if (score != null && score.number() != null) {
            json.put("value", score.number());
            json.put("unit", sample.unit());
        } else if (score != null) {
            json.put("special", score.side() < 0 ? "below-range" : "above-range");
        }
        json.put("measuredAt", sample.measuredAt());
        json.put("receivedAt", sample.receivedAt());
        json.put("timeQuality", sample.quality().wire());
        json.put("validity", "valid");
        json.put("role", proof.role().name().toLowerCase(Locale.ROOT));
        return json;
    }

    private static Map<String, Object> rule(Threshold rule) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", rule.id());
        json.put("version", rule.version());
        json.put("pack", rule.origin().pack());
        json.put("source", rule.origin().source());
        return json;
    }

    private static Map<String, Object> threshold(Threshold rule) {
        Map<String, Object> confirm = new LinkedHashMap<>();
        confirm.put("n", rule.confirm().n());
        confirm.put("of", rule.confirm().of());
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("code", rule.code());
        json.put(rule.direction() == Direction.LOW ? "low" : "high", rule.lastInRange());
        json.put("enter", rule.enter());
        json.put("exitBand", rule.band().exit());
        json.put("confirm", confirm);
        json.put("origin", rule.origin().kind());
        json.put("author", rule.origin().author());
        json.put("planVersion", rule.origin().planVersion());
        return json;
    }
}
