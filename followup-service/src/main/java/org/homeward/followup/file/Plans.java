package org.homeward.followup.file;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.homeward.followup.patient.PatientId;
import org.homeward.followup.plan.CarePlan;

/// Care plans with all their versions. Every method needs a transaction.
public interface Plans {
    /// The versions in force now.
    Uni<Map<PatientId, CarePlan>> current(Collection<PatientId> patients);

    /// The versions that were in force at the instant or since, oldest first.
    Uni<List<CarePlan>> since(PatientId patient, Instant instant);

    /// Adds a version, which is in force from then on. Fails if the version is there already.
    Uni<Void> add(CarePlan plan);
}
