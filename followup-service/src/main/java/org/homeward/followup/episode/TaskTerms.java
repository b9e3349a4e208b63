package org.homeward.followup.episode;

import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// On what terms a patient's tasks are opened.
///
/// @param zone where the patient's day ends
/// @param teamId the lead team; null when the patient is not registered here
public record TaskTerms(DueTimes due, ZoneId zone, @Nullable UUID teamId) {}
