package org.homeward.followup.plan;

import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;

/// Who changes a plan, when, and where new ids come from.
///
/// @param physician whether the author may change thresholds, scores and packs
public record Authorship(String subject, boolean physician, Instant at, Supplier<UUID> ids) {
    /// Later than the instant, even if the clock stepped back: two versions never begin at once.
    public Authorship after(Instant previous) {
        return at.isAfter(previous)
                ? this
                : new Authorship(subject, physician, previous.plusNanos(1000), ids);
    }
}
