package org.homeward.gateway.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.homeward.gateway.upstream.Given;
import org.jspecify.annotations.Nullable;

/// Who may see a patient, as the answer to a relationship command says it: the same facts as
/// `CareTeamChanged`.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Relation(
        UUID patientId,
        long version,
        @Nullable UUID leadTeamId,
        @Nullable String monitoring,
        List<Tie> relations) {
    /// One person's tie to the patient beside the lead team's.
    public record Tie(
            String id,
            String subject,
            String kind,
            @Nullable String purpose,
            @Nullable Instant from,
            @Nullable Instant until) {}

    public Relation {
        relations = Given.list(relations);
    }
}
