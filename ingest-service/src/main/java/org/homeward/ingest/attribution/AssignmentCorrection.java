package org.homeward.ingest.attribution;

import java.util.List;
import org.homeward.ingest.attribution.AssignmentStore.Outcome;
import org.jspecify.annotations.Nullable;

/// The decision about a correction, as a value.
///
/// @param after what the assignment says then; null if it is taken back
/// @param stretches the times whose readings are to be looked through
public record AssignmentCorrection(Outcome outcome, @Nullable Worn after, List<Stretch> stretches) {

    public AssignmentCorrection {
        stretches = List.copyOf(stretches);
    }

    /// Decides about a correction of what is there.
    ///
    /// @param version of the assignment as it is
    public static AssignmentCorrection decide(Correction correction, Worn before, int version) {
        if (version != correction.version()) {
            return refused(new Outcome.Stale());
        }
        Worn after = correction.change().of(before);
        if (after == null) {
            return new AssignmentCorrection(new Outcome.Removed(), null, before.changed(null));
        }
        if (after.isBackwards()) {
            return refused(new Outcome.Backwards());
        }
        boolean same = after.equals(before);
        return new AssignmentCorrection(
                new Outcome.Corrected(after, same ? version : version + 1),
                after,
                before.changed(after));
    }

    private static AssignmentCorrection refused(Outcome outcome) {
        return new AssignmentCorrection(outcome, null, List.of());
    }

    /// What says the same as before changes nothing.
    public boolean isCarriedOut() {
        return !stretches.isEmpty();
    }
}
