package org.homeward.ingest.correction;

/// What a reading that does not count any more is marked with.
public final class Voiding {
    /// The reason that `ReadingVoided` gives.
    public static final String REASON = "entered-in-error";

    /// The flag of the reading that stays.
    public static final String FLAG = "ENTERED_IN_ERROR";

    private Voiding() {}
}
