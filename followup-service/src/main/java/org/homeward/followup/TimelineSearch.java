package org.homeward.followup;

import java.time.Instant;
import org.homeward.followup.patient.PatientId;
import org.jspecify.annotations.Nullable;

/// A question for a stretch of a timeline; null does not narrow.
public record TimelineSearch(
        PatientId patient,
        @Nullable Instant from,
        @Nullable Instant to,
        int limit,
        @Nullable String cursor) {}
