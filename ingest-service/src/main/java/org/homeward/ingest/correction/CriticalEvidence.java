package org.homeward.ingest.correction;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// Which readings critical alerts stand on, learnt from what the evaluator says.
public interface CriticalEvidence {
    /// An alert and the readings that it stands on.
    record Learnt(UUID alert, UUID patient, Set<UUID> readings) {
        public Learnt {
            readings = Set.copyOf(readings);
        }
    }

    /// What is known of a reading.
    ///
    /// @param complete false where an alert may have been raised that is not known yet
    record Found(Set<UUID> alerts, boolean complete) {
        public Found {
            alerts = Set.copyOf(alerts);
        }

        /// What is not known might be critical.
        boolean needsSecondLook() {
            return !complete || !alerts.isEmpty();
        }
    }

    Uni<Void> learn(List<Learnt> all);

    /// Does not fail where the alerts cannot be asked, but says that it is not complete.
    Uni<Found> of(UUID patient, UUID reading);

    /// What has been said about a patient's alerts and is not learnt yet. Fails when that cannot be
    /// read in time.
    interface Unread {
        Uni<List<Learnt>> of(UUID patient);
    }
}
