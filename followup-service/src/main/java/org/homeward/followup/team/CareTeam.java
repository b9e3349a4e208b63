package org.homeward.followup.team;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.homeward.followup.patient.Monitoring;
import org.homeward.followup.patient.Patient;
import org.homeward.followup.patient.PatientId;
import org.homeward.followup.share.Share;
import org.jspecify.annotations.Nullable;

/// Who may see a patient, as what, until when; and whether there is anything to watch.
///
/// @param endedAt when the patient died or was discharged: what is measured later is nobody's to
///   follow; null while followed
/// @param relations those that have not ended; one may begin in the future
public record CareTeam(
        PatientId patientId,
        long version,
        UUID leadTeamId,
        Monitoring monitoring,
        @Nullable Instant endedAt,
        List<Share> relations) {
    public CareTeam {
        relations = List.copyOf(relations);
    }

    public static CareTeam of(
            Patient patient,
            Monitoring monitoring,
            @Nullable Instant endedAt,
            List<Share> shares,
            Instant now) {
        return new CareTeam(
                patient.id(),
                patient.careTeamVersion(),
                patient.teamId(),
                monitoring,
                endedAt,
                shares.stream().filter(s -> !s.isOver(now)).toList());
    }
}
