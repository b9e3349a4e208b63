package org.homeward.ingest.redrive;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Where jobs are kept. Fails when the store cannot be reached.
public interface RedriveJobs {
    /// Some of a job's refusals, oldest first; none when it is at its end.
    record Portion(UUID job, String by, List<UUID> refusals) {
        public Portion {
            refusals = List.copyOf(refusals);
        }
    }

    /// Adds a job with its total, unless that is more than `most`: then it is empty.
    Uni<Optional<RedriveJob>> open(UUID id, RefusalFilter filter, String by, int most);

    Uni<Optional<RedriveJob>> find(UUID id);

    /// The next portion of the oldest job that nobody goes on with, which is the caller's for a
    /// while; empty if there is none.
    Uni<Optional<Portion>> next(int most);

    /// Counts one refusal as done.
    Uni<Void> count(UUID job, UUID refusal, RedriveByFilter.Count as);

    /// Gives a job back, or ends it.
    Uni<Void> leave(UUID job, boolean finished);
}
