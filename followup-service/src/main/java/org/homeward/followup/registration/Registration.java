package org.homeward.followup.registration;

import java.time.Instant;
import java.util.UUID;
import org.homeward.followup.patient.Identity;
import org.homeward.followup.patient.PatientId;
import org.homeward.followup.patient.Sex;
import org.jspecify.annotations.Nullable;

/// Who is to be followed.
///
/// @param id null: a random one
/// @param teamId null: the team of who registers
public record Registration(
        @Nullable PatientId id,
        Identity identity,
        Sex sex,
        @Nullable UUID teamId,
        @Nullable Instant deceasedAt) {}
