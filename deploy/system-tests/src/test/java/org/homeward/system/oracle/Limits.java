package org.homeward.system.oracle;

/// A patient's own threshold: `low` and `high` are the last values in range.
public record Limits(String id, String version, String code, int low, int high) {}
