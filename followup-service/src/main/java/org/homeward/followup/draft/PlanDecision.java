package org.homeward.followup.draft;

import java.util.List;
import org.homeward.followup.plan.CarePlan;

/// What becomes of a draft.
public sealed interface PlanDecision {
    /// The next version.
    ///
    /// @param parts what differs: thresholds, measurements, ...
    record Changed(CarePlan next, List<String> parts) implements PlanDecision {
        public Changed {
            parts = List.copyOf(parts);
        }
    }

    /// The draft is what is in force already.
    record Unchanged() implements PlanDecision {}

    /// Thresholds, scores and packs are a physician's.
    record NeedsPhysician() implements PlanDecision {}

    record Refused(List<Fault> faults) implements PlanDecision {
        public Refused {
            faults = List.copyOf(faults);
        }
    }
}
