package org.homeward.followup.task;

import java.util.Arrays;
import java.util.Optional;

/// What kind of work a task is, and what people read.
public enum TaskKind {
    REVIEW_ALERT("review-alert", "Review the alert", "Examiner l'alerte"),
    REVIEW_LATE_READING(
            "review-late-reading",
            "Review a critical reading that arrived late",
            "Examiner une mesure critique reçue en retard"),
    REVIEW_CORRECTION(
            "review-correction",
            "A reading behind an alert you acted on was corrected: review what you decided",
            "Une mesure à l'origine d'une alerte que vous avez traitée a été corrigée : revoir votre décision"),
    TECHNICAL("technical", "Solve a technical problem", "Résoudre un problème technique");

    private final String code;
    private final String en;
    private final String fr;

    TaskKind(String code, String en, String fr) {
        this.code = code;
        this.en = en;
        this.fr = fr;
    }

    /// Whether it stays when the episode is over: it asks for what nobody has done yet.
    public boolean outlivesEpisode() {
        return this == REVIEW_LATE_READING || this == REVIEW_CORRECTION;
    }

    public String code() {
        return code;
    }

    public String en() {
        return en;
    }

    public String fr() {
        return fr;
    }

    public static Optional<TaskKind> of(String code) {
        return Arrays.stream(values()).filter(k -> k.code.equals(code)).findFirst();
    }
}
