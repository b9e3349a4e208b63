package org.homeward.followup.plan;

/// A score to be kept for the patient.
///
/// @param kind such as news2
/// @param spo2Scale 1, or 2 for a prescribed range of 88-92 % (NEWS2, RCP 2017)
public record Score(String kind, int spo2Scale) {}
