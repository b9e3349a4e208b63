package org.homeward.followup.file;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import org.homeward.followup.patient.Patient;
import org.homeward.followup.patient.PatientId;

/// Patients with their identity. Every method needs a transaction.
public interface Patients {
    Uni<Optional<Patient>> load(PatientId id);

    /// Loads and keeps others from changing the patient until the transaction ends.
    Uni<Optional<Patient>> lock(PatientId id);

    /// Fails with [IdentifierTaken] if another patient has one of the identifiers.
    Uni<Void> save(Patient patient);
}
