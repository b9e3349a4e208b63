package org.homeward.alert.evidence;

import java.util.Locale;
import org.homeward.alert.episode.Effect;
import org.homeward.alert.episode.OpenAlert;
import org.homeward.alert.episode.TechnicalAlert;
import org.homeward.alert.rule.Direction;
import org.homeward.alert.rule.Threshold;

record French() implements Words {
    @Override
    public Locale locale() {
        return Locale.FRENCH;
    }

    @Override
    public String limit(Direction direction, String value) {
        return (direction == Direction.LOW ? "en dessous" : "au-dessus")
                + " de la plage, dont la limite est "
                + value;
    }

    @Override
    public String cause(OpenAlert alert) {
        return switch (alert.cause()) {
            case URGENT -> "une seule mesure qui ne peut attendre";
            case CONFIRMED ->
                    "confirmé par "
                            + alert.rule().confirm().n()
                            + " mesures sur "
                            + alert.rule().confirm().of();
            case NO_REPEAT -> "aucune nouvelle mesure dans le délai";
            case HISTORY -> "trouvé dans des données tardives";
        };
    }

    @Override
    public String origin(Threshold rule) {
        return switch (rule.origin().kind()) {
            case "pack" -> "règles par défaut " + rule.version() + ", " + rule.origin().source();
            case "scale-2" -> "cible prescrite, " + rule.origin().source();
            default -> "plan du patient, version " + rule.version();
        };
    }

    @Override
    public String change(Effect.Change change) {
        return switch (change) {
            case RECOVERED -> "Revenu à la normale, en attente d'être vu :";
            case RED_AGAIN -> "De nouveau hors de la plage.";
            case WORSE -> "Aggravation : maintenant critique.";
            case CORRECTED -> "Une mesure en cause a été corrigée à la source.";
        };
    }

    @Override
    public String timeUncertain() {
        return "heure incertaine, mesurer à nouveau maintenant";
    }

    @Override
    public String outside(int side) {
        return side < 0
                ? "en dessous de la plage de l'appareil"
                : "au-dessus de la plage de l'appareil";
    }

    @Override
    public String technical(TechnicalAlert.Kind kind) {
        return switch (kind) {
            case CONFLICT ->
                    "Un appareil a envoyé deux fois le même message avec un contenu différent ; le premier a été gardé.";
            case IMPOSSIBLE_VALUE ->
                    "Un appareil a envoyé une valeur impossible ; elle n'a pas été évaluée.";
            case IMPLAUSIBLE_PANEL ->
                    "Un appareil a envoyé une pression artérielle dont les parties se contredisent.";
            case CLOCK_FAULT ->
                    "L'horloge d'un appareil est fausse : heure incertaine, mesurer à nouveau maintenant.";
            case BATTERY_LOW -> "La batterie d'un appareil est faible.";
            case CREDENTIAL_EXPIRING -> "L'accès d'un appareil est à renouveler bientôt.";
            case CALIBRATION_OVERDUE -> "L'étalonnage d'un appareil est en retard.";
            case DISCHARGED_PATIENT ->
                    "Un appareil envoie encore pour un patient qui n'est plus suivi.";
            case IS_THIS_THE_PATIENT ->
                    "Est-ce bien le patient ? Une valeur s'écarte tant qu'elle peut être celle d'une autre personne ; elle n'est pas évaluée avant une réponse.";
            case MONITORING_IMPAIRED ->
                    "Surveillance altérée : une mesure n'a pas pu être évaluée ; vérifier les mesures de ce patient.";
        };
    }
}
