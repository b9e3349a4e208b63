package org.homeward.followup.registration;

import org.homeward.followup.file.PatientFile;
import org.homeward.followup.team.CareTeam;

/// The patient, and who may see them.
///
/// @param created false if the patient was there before
public record Registered(PatientFile file, CareTeam careTeam, boolean created) {}
