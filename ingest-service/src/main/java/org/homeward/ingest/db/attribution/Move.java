package org.homeward.ingest.db.attribution;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.homeward.ingest.db.Columns;

/// A reading that goes from one patient to another.
///
/// @param was the number of the patient who has it; 0 is nobody
/// @param now the number of the patient who gets it; 0 is nobody
/// @param version its next one
/// @param voided by a person, and so it stays; its end was told then, and nobody is told of it
///   again
record Move(UUID reading, Instant measured, int was, int now, int version, boolean voided) {
    static final int NOBODY = 0;

    /// Whether there is somebody to be told that it is theirs no more.
    boolean leaves() {
        return !voided && was != NOBODY;
    }

    /// Whether there is somebody to be told that it is theirs.
    boolean joins() {
        return !voided && now != NOBODY;
    }

    static UUID[] ids(List<Move> moves) {
        return moves.stream().map(Move::reading).toArray(UUID[]::new);
    }

    static OffsetDateTime[] times(List<Move> moves) {
        return Columns.times(moves, Move::measured);
    }
}
