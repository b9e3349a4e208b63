package org.homeward.ingest.rollup;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/// Readings by hour or day. Fails when the store cannot be reached.
public interface Rollups {
    /// How long a bucket is. A day is the caller's, so it may have 23 or 25 hours.
    enum Length {
        HOUR("hour"),
        DAY("day");

        private final String word;

        Length(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /// Which values, from `from` to before `to`.
    ///
    /// @param codes canonical codes of quantities or components
    /// @param zone whose days
    record Query(
            UUID patientId,
            List<String> codes,
            Instant from,
            Instant to,
            Length length,
            ZoneId zone) {
        public Query {
            codes = List.copyOf(codes);
        }
    }

    /// The store has no rules of the zone.
    final class UnknownZone extends RuntimeException {
        private static final long serialVersionUID = 1;

        public UnknownZone() {
            super("a zone that the store does not know");
        }
    }

    /// Newest first, then by code; hours and days without values are left out. Fails with
    /// [UnknownZone].
    Uni<List<Bucket>> find(Query query);

    /// Brings rollups up to date, a portion in each transaction, until nothing is due.
    Uni<Void> turn();
}
