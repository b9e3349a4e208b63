package org.homeward.ingest.db.intake;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.homeward.ingest.db.Columns;
import org.homeward.ingest.db.Keyed;
import org.homeward.ingest.reading.Reading;

/// Notes the days before today that get readings, so that their rollups are computed again. The row
/// is locked even where it is there, without being written: who computes must wait for us.
final class LateRows {
    private static final String NOTE =
            """
            INSERT INTO rollup_late (patient, day)
            SELECT DISTINCT p, utc_day(m) FROM unnest($1::int[], $2::timestamptz[]) AS u (p, m)
            ORDER BY 1, 2
            ON CONFLICT (patient, day) DO UPDATE SET day = excluded.day WHERE false
            """;

    private LateRows() {}

    static Uni<Void> note(SqlClient c, List<Reading> readings, Keyed keys) {
        Instant today = Instant.now().truncatedTo(ChronoUnit.DAYS);
        List<Reading> late =
                readings.stream().filter(r -> r.times().measured().isBefore(today)).toList();
        if (late.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return c.preparedQuery(NOTE)
                .execute(
                        Tuple.tuple()
                                .addValue(Columns.whole(late, r -> keys.patient(r.patientId())))
                                .addValue(Columns.times(late, r -> r.times().measured())))
                .replaceWithVoid();
    }
}
