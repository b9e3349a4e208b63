package org.homeward.followup.monitoring;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import org.homeward.followup.patient.PatientId;
import org.homeward.followup.plan.CarePlan;

/// When a pause begins or ends by itself. Every method needs a transaction.
public interface PlanBoundaries {
    /// Patients one of whose pauses has begun or ended by now without anybody having been told;
    /// those that another replica works on are left out.
    Uni<List<PatientId>> due(Instant now);

    /// Sets the next boundary to look for.
    Uni<Void> passed(CarePlan plan, Instant now);
}
