package org.homeward.ingest.db.intake;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.UUID;
import org.homeward.ingest.db.Columns;
import org.homeward.ingest.intake.BatchPlan;
import org.homeward.ingest.reading.Reading;

/// Ids that may come again under another measured time, and where their reading is. The id is made
/// of the device and its message id, so it stands for both.
final class MessageRows {
    private static final String INSERT =
            """
            INSERT INTO message (reading_id, measured_at, content, received_at)
            SELECT * FROM unnest($1::uuid[], $2::timestamptz[], $3::bigint[], $4::timestamptz[])
            ON CONFLICT DO NOTHING
            """;

    private MessageRows() {}

    static Uni<Void> insert(SqlClient c, List<BatchPlan.Pending<Reading>> readings) {
        List<BatchPlan.Pending<Reading>> moving =
                readings.stream().filter(p -> p.arrival().mayMoveInTime()).toList();
        if (moving.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return c.preparedQuery(INSERT)
                .execute(
                        Tuple.of(
                                moving.stream().map(p -> p.item().id()).toArray(UUID[]::new),
                                Columns.times(moving, p -> p.item().times().measured()),
                                moving.stream()
                                        .map(BatchPlan.Pending::content)
                                        .toArray(Long[]::new),
                                Columns.times(moving, p -> p.item().times().received())))
                .replaceWithVoid();
    }
}
