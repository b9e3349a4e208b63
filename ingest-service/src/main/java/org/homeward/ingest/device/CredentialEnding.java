package org.homeward.ingest.device;

import java.time.Instant;
import java.util.UUID;

/// One credential is valid until this instant and no longer: it was revoked, or a newer one took
/// its place. Whoever was let in by it has to go then.
public record CredentialEnding(UUID credentialId, Instant at) {}
