package org.homeward.followup.plan;

/// An alert needs `n` of the last `of` samples.
public record Confirm(int n, int of) {}
