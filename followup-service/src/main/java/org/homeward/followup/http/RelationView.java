package org.homeward.followup.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.homeward.followup.share.Share;
import org.homeward.followup.team.CareTeam;
import org.jspecify.annotations.Nullable;

/// Who may see a patient, for the gateway's projection: the facts of `CareTeamChanged`.
@JsonInclude(JsonInclude.Include.NON_NULL)
record RelationView(
        UUID patientId, long version, UUID leadTeamId, String monitoring, List<One> relations) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record One(
            UUID id,
            String subject,
            String kind,
            String purpose,
            Instant from,
            @Nullable Instant until) {
        static One of(Share share) {
            return new One(
                    share.id(),
                    share.subject(),
                    share.kind().code(),
                    share.purpose(),
                    share.from(),
                    share.until());
        }
    }

    static RelationView of(CareTeam team) {
        return new RelationView(
                team.patientId().value(),
                team.version(),
                team.leadTeamId(),
                team.monitoring().wire(),
                team.relations().stream().map(One::of).toList());
    }
}
