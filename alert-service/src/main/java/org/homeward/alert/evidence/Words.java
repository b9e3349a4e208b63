package org.homeward.alert.evidence;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import org.homeward.alert.episode.Effect;
import org.homeward.alert.episode.OpenAlert;
import org.homeward.alert.episode.Proof;
import org.homeward.alert.episode.TechnicalAlert;
import org.homeward.alert.rule.Direction;
import org.homeward.alert.rule.Sample;
import org.homeward.alert.rule.Score;
import org.homeward.alert.rule.Threshold;
import org.homeward.events.CodeTable;

/// How a sentence is put together; a language gives the words.
interface Words {
    Locale locale();

    String limit(Direction direction, String value);

    String cause(OpenAlert alert);

    String origin(Threshold rule);

    String change(Effect.Change change);

    String timeUncertain();

    /// The device's word for a value outside its range.
    String outside(int side);

    String technical(TechnicalAlert.Kind kind);

    default String raised(OpenAlert alert, ZoneId zone) {
        Threshold rule = alert.rule();
        String display =
                CodeTable.standard()
                        .loinc(rule.code())
                        .map(code -> code.display(locale().getLanguage()))
                        .orElse(rule.code());
        String values =
                alert.proofs().stream()
                        .filter(p -> p.role() != Proof.Role.EXIT)
                        .map(p -> value(p.sample(), zone))
                        .collect(Collectors.joining(", "));
        String edge = rule.lastInRange().toPlainString() + " " + alert.onset().unit();
        boolean uncertain =
                alert.proofs().stream()
                        .anyMatch(p -> p.sample().quality() == Sample.Quality.UNKNOWN);
        return display
                + " "
                + values
                + ": "
                + limit(rule.direction(), edge.strip())
                + " ("
                + origin(rule)
                + "); "
                + cause(alert)
                + (uncertain ? "; " + timeUncertain() : "")
                + ".";
    }

    default String changed(OpenAlert alert, Effect.Change change, ZoneId zone) {
        String exit =
                alert.proofs().stream()
                        .filter(p -> p.role() == Proof.Role.EXIT)
                        .map(p -> " " + value(p.sample(), zone) + ".")
                        .reduce("", (a, b) -> b);
        return raised(alert, zone) + " " + change(change) + exit;
    }

    private String value(Sample sample, ZoneId zone) {
        Score score = sample.score();
        String value =
                score != null && score.number() != null
                        ? score.number().toPlainString() + " " + sample.unit()
                        : outside(score == null ? 0 : score.side());
        String time =
                DateTimeFormatter.ofPattern("d MMM HH:mm", locale())
                        .format(sample.at().atZone(zone));
        return value + " (" + time + (zone.equals(ZoneOffset.UTC) ? " UTC)" : ")");
    }
}
