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
    TECHNICAL("technical", "Solve a technical problem", "Résoudre un problème technique");

    private final String code;
    private final String en;
    private final String fr;

    TaskKind(String code, String en, String fr) {
        this.code = code;
        this.en = en;
        this.fr = fr;
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
