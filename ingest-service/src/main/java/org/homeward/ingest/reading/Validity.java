package org.homeward.ingest.reading;

/// Whether a reading may be scored. Only valid ones are.
public enum Validity {
    VALID,
    QUESTIONED,
    INVALID
}
