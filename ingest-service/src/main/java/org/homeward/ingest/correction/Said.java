package org.homeward.ingest.correction;

import java.time.Instant;

/// A person's word about a reading.
///
/// @param by the Keycloak subject
/// @param role in which they said it
/// @param note in their words; stays in the store; empty if there is none
public record Said(String by, String role, Instant at, String note) {}
