package org.homeward.ingest.intake;

/// What becomes of an item of the log; each has exactly one.
public enum Fate {
    STORED,
    DUPLICATE,
    QUARANTINED,
    REFUSED,
    CONFLICT
}
