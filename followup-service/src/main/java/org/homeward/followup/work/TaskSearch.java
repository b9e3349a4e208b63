package org.homeward.followup.work;

import java.util.List;
import java.util.UUID;
import org.homeward.followup.patient.PatientId;
import org.jspecify.annotations.Nullable;

/// A question for tasks; null does not narrow.
///
/// @param cursor as given with the page before
public record TaskSearch(
        @Nullable List<PatientId> patients,
        @Nullable UUID alertId,
        @Nullable String assignee,
        @Nullable String status,
        int limit,
        @Nullable String cursor) {}
