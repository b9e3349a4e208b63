package org.homeward.followup.timeline;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a line of the timeline says.
public enum TimelineKind {
    PATIENT_REGISTERED("Patient registered", "Patient enregistré"),
    PATIENT_UPDATED("Patient's details changed", "Données du patient modifiées"),
    PATIENT_DISCHARGED("Follow-up ended: discharged", "Fin du suivi : sortie"),
    PATIENT_DECEASED("Follow-up ended: deceased", "Fin du suivi : décès"),
    PATIENT_REACTIVATED("Follow-up resumed", "Suivi repris"),
    PLAN_CHANGED("Care plan changed", "Plan de soins modifié"),
    THRESHOLDS_CHANGED("Thresholds changed", "Seuils modifiés"),
    TASK_OPENED("Task opened", "Tâche ouverte"),
    TASK_COMPLETED("Task completed", "Tâche terminée"),
    TASK_CANCELLED("Task no longer needed", "Tâche devenue sans objet"),
    SHARE_GRANTED("Shared with a practitioner", "Partagé avec un praticien"),
    SHARE_ENDED("Share ended", "Fin du partage"),
    RELATION_GRANTED(
            "Access given to the patient or a carer", "Accès donné au patient ou à un aidant"),
    RELATION_ENDED("Access of a carer ended", "Fin de l'accès d'un aidant");

    private final String en;
    private final String fr;

    TimelineKind(String en, String fr) {
        this.en = en;
        this.fr = fr;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String en() {
        return en;
    }

    public String fr() {
        return fr;
    }

    public static Optional<TimelineKind> of(String code) {
        return Arrays.stream(values()).filter(k -> k.code().equals(code)).findFirst();
    }
}
