package org.homeward.followup.patient;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A merge patch (RFC 7396): null leaves as it is, a name in `cleared` removes.
///
/// @param deceasedAtGiven when the person died, if the caller knows better than "now"
/// @param at when the patch is made
/// @param cleared any of `birthDate`, `phone`
public record PatientPatch(
        @Nullable String family,
        @Nullable List<String> given,
        @Nullable LocalDate birthDate,
        @Nullable Sex sex,
        @Nullable List<Identifier> identifiers,
        @Nullable String phone,
        @Nullable Standing standing,
        @Nullable Instant deceasedAtGiven,
        Instant at,
        Set<String> cleared) {
    public PatientPatch {
        cleared = Set.copyOf(cleared);
    }

    @Override
    public String toString() {
        return "PatientPatch[hidden]";
    }

    Identity identity(Identity now) {
        return new Identity(
                family == null ? now.family() : family,
                given == null ? now.given() : given,
                cleared.contains("birthDate")
                        ? null
                        : birthDate == null ? now.birthDate() : birthDate,
                identifiers == null ? now.identifiers() : identifiers,
                cleared.contains("phone") ? null : phone == null ? now.phone() : phone);
    }

    @Nullable Instant deceasedAt(Patient patient) {
        if (standing == null) {
            return deceasedAtGiven != null && patient.standing() == Standing.DECEASED
                    ? deceasedAtGiven
                    : patient.deceasedAt();
        }
        if (standing != Standing.DECEASED) {
            return null;
        }
        if (deceasedAtGiven != null) {
            return deceasedAtGiven;
        }
        return patient.deceasedAt() == null ? at : patient.deceasedAt();
    }
}
