package org.homeward.followup.file;

import java.time.Instant;
import java.util.Objects;
import org.homeward.followup.patient.Monitoring;
import org.homeward.followup.patient.Patient;
import org.homeward.followup.plan.CarePlan;
import org.jspecify.annotations.Nullable;

/// A patient with the plan in force.
///
/// @param teamName of the lead team
public record PatientFile(Patient patient, CarePlan plan, String teamName) {
    public Monitoring monitoring(Instant now) {
        return Monitoring.of(patient.standing(), plan.asksForSomething(), plan.isPaused(now));
    }

    /// When the patient died or was discharged, which made the plan's last version; null while
    /// followed.
    public @Nullable Instant endedAt() {
        return switch (patient.standing()) {
            case ACTIVE -> null;
            case DISCHARGED -> plan.at();
            case DECEASED -> Objects.requireNonNullElse(patient.deceasedAt(), plan.at());
        };
    }
}
