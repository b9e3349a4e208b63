package org.homeward.ingest.db;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// When the newest reading was measured that a patient has and that stands.
public final class NewestReading {
    private static final String FIND =
            """
            SELECT measured_at FROM reading_row
            WHERE patient = (SELECT key FROM patient_key WHERE patient_id = $1)
              AND reading_id IS DISTINCT FROM $2
              AND NOT coalesce(more -> 'flags' ? 'ENTERED_IN_ERROR', false)
            ORDER BY utc_day(measured_at) DESC, measured_at DESC LIMIT 1
            """;

    private NewestReading() {}

    public static Uni<Optional<Instant>> of(SqlConnection c, UUID patientId) {
        return find(c, patientId, null);
    }

    /// The newest but for one.
    public static Uni<Optional<Instant>> besides(SqlConnection c, UUID patientId, UUID readingId) {
        return find(c, patientId, readingId);
    }

    private static Uni<Optional<Instant>> find(
            SqlConnection c, UUID patientId, @Nullable UUID besides) {
        return c.preparedQuery(FIND)
                .execute(Tuple.of(patientId, besides))
                .map(
                        rows ->
                                StreamSupport.stream(rows.spliterator(), false)
                                        .findFirst()
                                        .map(row -> Columns.instant(row, "measured_at")));
    }
}
