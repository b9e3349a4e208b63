package org.homeward.alert.rule;

/// Where a threshold came from, for the evidence.
///
/// @param kind pack, condition, patient or scale-2
/// @param pack the pack's name; empty for a patient's own threshold
/// @param author the Keycloak subject who set it; empty for a pack
/// @param planVersion the plan version it was set in; 0 for a pack
/// @param source the guideline and its edition; empty for a patient's own threshold
public record Origin(String kind, String pack, String author, int planVersion, String source) {}
