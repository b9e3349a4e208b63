package org.homeward.alert.episode;

import java.util.UUID;

/// A reading that an alert no longer counts, and why.
public record Suppressed(UUID readingId, String reason) {}
