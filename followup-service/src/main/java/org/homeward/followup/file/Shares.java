package org.homeward.followup.file;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import org.homeward.followup.patient.PatientId;
import org.homeward.followup.share.Share;

/// Shares, and the relations of patients and carers. Every method needs a transaction.
public interface Shares {
    /// All that a patient ever had, newest first.
    Uni<List<Share>> of(PatientId patient);

    Uni<Void> save(Share share);

    /// Those whose time is over by now and that nobody has ended yet.
    Uni<List<Share>> overdue(Instant now);
}
