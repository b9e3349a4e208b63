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
record Move(UUID reading, Instant measured, int was, int now, int version) {
    static final int NOBODY = 0;

    boolean leaves() {
        return was != NOBODY;
    }

    boolean joins() {
        return now != NOBODY;
    }

    static UUID[] ids(List<Move> moves) {
        return moves.stream().map(Move::reading).toArray(UUID[]::new);
    }

    static OffsetDateTime[] times(List<Move> moves) {
        return Columns.times(moves, Move::measured);
    }
}
