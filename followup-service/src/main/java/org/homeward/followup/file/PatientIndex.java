package org.homeward.followup.file;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import org.homeward.followup.Page;
import org.homeward.followup.patient.Identifier;
import org.homeward.followup.patient.Patient;
import org.homeward.followup.patient.PatientId;

/// How patients are found. Every method needs a transaction.
public interface PatientIndex {
    Uni<List<PatientId>> withIdentifiers(List<Identifier> identifiers);

    /// By family name.
    Uni<Page<Patient>> search(PatientSearch search);

    /// Where a patient belongs, without opening their identity; empty for one who is not
    /// registered.
    Uni<Optional<Placement>> placement(PatientId id);
}
