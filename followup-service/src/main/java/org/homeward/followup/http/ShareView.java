package org.homeward.followup.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.homeward.followup.share.Share;
import org.homeward.followup.sharing.Shared;
import org.jspecify.annotations.Nullable;

/// A share, with `relation` in the answer to a command. `practitionerId` is the person's Keycloak
/// subject, whatever the kind.
@JsonInclude(JsonInclude.Include.NON_NULL)
record ShareView(
        UUID id,
        UUID patientId,
        String kind,
        String practitionerId,
        String purpose,
        Instant from,
        @Nullable Instant until,
        @Nullable Instant endedAt,
        String grantedBy,
        Instant grantedAt,
        @Nullable RelationView relation) {

    static ShareView of(Share share) {
        return of(share, null);
    }

    static ShareView of(Shared shared) {
        return of(shared.share(), RelationView.of(shared.careTeam()));
    }

    private static ShareView of(Share share, @Nullable RelationView relation) {
        return new ShareView(
                share.id(),
                share.patientId().value(),
                share.kind().code(),
                share.subject(),
                share.purpose(),
                share.from(),
                share.until(),
                share.endedAt(),
                share.grantedBy(),
                share.grantedAt(),
                relation);
    }
}
