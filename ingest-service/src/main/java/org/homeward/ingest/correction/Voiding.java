package org.homeward.ingest.correction;

import java.time.Instant;
import java.util.UUID;

/// A clinician's word that a reading was entered in error.
///
/// @param patientId whose reading it is said to be
/// @param by the Keycloak subject
/// @param note in the clinician's words; stays in the store; empty if there is none
public record Voiding(UUID readingId, UUID patientId, String by, Instant at, String note) {
    /// The reason that `ReadingVoided` gives, and the flag of the reading that stays.
    public static final String REASON = "entered-in-error";

    public static final String FLAG = "ENTERED_IN_ERROR";
}
