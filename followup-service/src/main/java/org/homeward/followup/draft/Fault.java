package org.homeward.followup.draft;

/// What is wrong with a field. The message never repeats the value.
///
/// @param field a path such as `thresholds[0].low`
public record Fault(String field, String message) {}
