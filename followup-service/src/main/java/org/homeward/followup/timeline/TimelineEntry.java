package org.homeward.followup.timeline;

import java.time.Instant;
import org.homeward.followup.patient.PatientId;

/// One line of a patient's timeline.
///
/// @param ref the id of what it is about: a task, a share, a plan's version
public record TimelineEntry(PatientId patientId, Instant at, TimelineKind kind, String ref) {}
