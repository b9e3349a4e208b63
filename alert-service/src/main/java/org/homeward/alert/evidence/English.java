package org.homeward.alert.evidence;

import java.util.Locale;
import org.homeward.alert.episode.Effect;
import org.homeward.alert.episode.OpenAlert;
import org.homeward.alert.episode.TechnicalAlert;
import org.homeward.alert.rule.Direction;
import org.homeward.alert.rule.Threshold;

record English() implements Words {
    @Override
    public Locale locale() {
        return Locale.ENGLISH;
    }

    @Override
    public String limit(Direction direction, String value) {
        return (direction == Direction.LOW ? "below" : "above")
                + " the range, whose limit is "
                + value;
    }

    @Override
    public String cause(OpenAlert alert) {
        return switch (alert.cause()) {
            case URGENT -> "a single reading that cannot wait";
            case CONFIRMED ->
                    "confirmed by "
                            + alert.rule().confirm().n()
                            + " of "
                            + alert.rule().confirm().of()
                            + " samples";
            case NO_REPEAT -> "no repeat came in time";
            case HISTORY -> "found in late data";
        };
    }

    @Override
    public String origin(Threshold rule) {
        return switch (rule.origin().kind()) {
            case "pack" -> "default pack " + rule.version() + ", " + rule.origin().source();
            case "scale-2" -> "prescribed target, " + rule.origin().source();
            default -> "patient's plan, version " + rule.version();
        };
    }

    @Override
    public String change(Effect.Change change) {
        return switch (change) {
            case RECOVERED -> "Recovered, waiting to be seen:";
            case RED_AGAIN -> "Out of range again.";
            case WORSE -> "Worse: now critical.";
            case CORRECTED -> "A reading it stood on was corrected at its source.";
        };
    }

    @Override
    public String timeUncertain() {
        return "time uncertain, repeat now";
    }

    @Override
    public String outside(int side) {
        return side < 0 ? "below the device's range" : "above the device's range";
    }

    @Override
    public String technical(TechnicalAlert.Kind kind) {
        return switch (kind) {
            case CONFLICT ->
                    "A device sent the same message twice with different content; the first was kept.";
            case IMPOSSIBLE_VALUE -> "A device sent a value that cannot be; it was not judged.";
            case IMPLAUSIBLE_PANEL ->
                    "A device sent a blood pressure whose parts contradict each other.";
            case CLOCK_FAULT -> "A device's clock is wrong: time uncertain, repeat now.";
            case BATTERY_LOW -> "A device's battery is low.";
            case CREDENTIAL_EXPIRING -> "A device's credential is due to be replaced.";
            case CALIBRATION_OVERDUE -> "A device's calibration is overdue.";
            case DISCHARGED_PATIENT ->
                    "A device still sends for a patient who is no longer followed.";
            case IS_THIS_THE_PATIENT ->
                    "Is this the patient? A value differs so much that it may be somebody else's; it is not judged until somebody answers.";
            case MONITORING_IMPAIRED ->
                    "Monitoring impaired: a reading could not be evaluated; look at this patient's readings.";
        };
    }
}
