package org.homeward.followup.patient;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A person who is, or was, followed at home.
///
/// @param teamId the lead team
/// @param version rises with each change of what this record holds; the value of the entity tag
/// @param careTeamVersion rises with each change of who may see the patient, or of whether there is
///   anything to watch
public record Patient(
        PatientId id,
        Identity identity,
        Sex sex,
        UUID teamId,
        Standing standing,
        @Nullable Instant deceasedAt,
        int version,
        long careTeamVersion,
        Instant registeredAt) {

    /// The patient as the patch makes it, one version on; the same object if it changes nothing.
    public Patient patched(PatientPatch patch) {
        Patient next =
                new Patient(
                        id,
                        patch.identity(identity),
                        patch.sex() == null ? sex : patch.sex(),
                        teamId,
                        patch.standing() == null ? standing : patch.standing(),
                        patch.deceasedAt(this),
                        version,
                        careTeamVersion,
                        registeredAt);
        return next.equals(this) ? this : next.versioned(version + 1, careTeamVersion);
    }

    public Patient withNextCareTeam() {
        return versioned(version, careTeamVersion + 1);
    }

    private Patient versioned(int nextVersion, long nextCareTeam) {
        return new Patient(
                id,
                identity,
                sex,
                teamId,
                standing,
                deceasedAt,
                nextVersion,
                nextCareTeam,
                registeredAt);
    }
}
