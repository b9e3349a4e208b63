package org.homeward.followup;

import java.time.Instant;
import org.homeward.followup.patient.Monitoring;
import org.homeward.followup.patient.Patient;
import org.homeward.followup.plan.CarePlan;

/// A patient with the plan in force.
///
/// @param teamName of the lead team
public record PatientFile(Patient patient, CarePlan plan, String teamName) {
    public Monitoring monitoring(Instant now) {
        return Monitoring.of(patient.standing(), plan.asksForSomething(), plan.isPaused(now));
    }
}
