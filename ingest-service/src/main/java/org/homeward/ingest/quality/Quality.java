package org.homeward.ingest.quality;

import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/// How good readings are. Fails when the store cannot be reached.
public interface Quality {
    /// UTC days, both included.
    record Days(LocalDate from, LocalDate to) {}

    /// Newest first; days on which nothing came are left out.
    Uni<List<QualityDay>> ofPatient(UUID patientId, Days days);

    /// Whoever wore it.
    Uni<List<QualityDay>> ofDevice(UUID deviceId, Days days);
}
