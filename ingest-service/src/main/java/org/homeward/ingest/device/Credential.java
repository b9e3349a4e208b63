package org.homeward.ingest.device;

import java.util.UUID;

/// What a token proved: this device speaks.
public record Credential(UUID deviceId) {}
