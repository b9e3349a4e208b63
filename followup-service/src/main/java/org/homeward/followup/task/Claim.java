package org.homeward.followup.task;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Who has a task in hand since when.
///
/// @param by the Keycloak subject; null: nobody any more
public record Claim(@Nullable String by, Instant at) {}
