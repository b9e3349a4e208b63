package org.homeward.alert.episode;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One direction of one measure: its state, and what outlives an alert.
///
/// @param mark samples up to this time never count again: the newest one when the last alert closed
/// @param lastFinding the effective time of the last red sample found in late data; one run of them
///   gives one finding
/// @param correctedOnset the onset of the last alert that a correction closed
/// @param derivation that alert's derivation number
public record Watch(
        AlertState state,
        @Nullable Instant mark,
        @Nullable Instant lastFinding,
        @Nullable UUID correctedOnset,
        int derivation) {
    public static final Watch NEW = new Watch(AlertState.IDLE, null, null, null, 0);

    public Watch in(AlertState next) {
        return new Watch(next, mark, lastFinding, correctedOnset, derivation);
    }

    public Watch closed(@Nullable Instant newMark) {
        return new Watch(AlertState.IDLE, newMark, lastFinding, correctedOnset, derivation);
    }

    public Watch found(Instant at) {
        return new Watch(state, mark, at, correctedOnset, derivation);
    }

    /// Idle again because the alert's ground was corrected away; the mark stays, so that what else
    /// is remembered can raise it anew.
    public Watch corrected(OpenAlert alert) {
        return new Watch(AlertState.IDLE, mark, lastFinding, alert.onsetId(), alert.derivation());
    }

    public boolean isLaterThanMark(Instant at) {
        return mark == null || at.isAfter(mark);
    }
}
