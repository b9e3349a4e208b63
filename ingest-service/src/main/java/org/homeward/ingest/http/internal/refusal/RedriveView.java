package org.homeward.ingest.http.internal.refusal;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.homeward.ingest.redrive.RedriveJob;
import org.jspecify.annotations.Nullable;

/// How far a job is that sends many refusals again.
@JsonInclude(JsonInclude.Include.NON_NULL)
record RedriveView(
        UUID id,
        String state,
        Instant madeAt,
        String madeBy,
        int total,
        int accepted,
        int refused,
        int skipped,
        @Nullable Instant finishedAt) {

    static RedriveView of(RedriveJob job) {
        return new RedriveView(
                job.id(),
                job.finishedAt() == null ? "running" : "finished",
                job.made().at(),
                job.made().by(),
                job.total(),
                job.accepted(),
                job.refused(),
                job.skipped(),
                job.finishedAt());
    }
}
