package org.homeward.followup.share;

import java.time.Instant;
import java.util.UUID;
import org.homeward.followup.patient.PatientId;
import org.jspecify.annotations.Nullable;

/// One person's relation to one patient.
///
/// @param subject the Keycloak subject
/// @param until null: until it is ended
public record Share(
        UUID id,
        PatientId patientId,
        RelationKind kind,
        String subject,
        String purpose,
        Instant from,
        @Nullable Instant until,
        @Nullable Instant endedAt,
        String grantedBy,
        Instant grantedAt) {

    public boolean isOver(Instant now) {
        return endedAt != null || (until != null && !until.isAfter(now));
    }

    public Share ended(Instant at) {
        return endedAt != null
                ? this
                : new Share(
                        id, patientId, kind, subject, purpose, from, until, at, grantedBy,
                        grantedAt);
    }
}
