package org.homeward.ingest.db.intake;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.homeward.ingest.db.Columns;
import org.homeward.ingest.device.Assignments;
import org.homeward.ingest.intake.Known;
import org.homeward.ingest.intake.Logged;
import org.homeward.ingest.reading.Arrival;

/// What must be known before a batch is decided. Assignments are read in the same transaction, by
/// one indexed statement for all devices of the batch, so that no instance decides by a stale copy.
final class KnownRows {
    private static final String EARLIER =
            """
            SELECT reading_id, measured_at, content FROM message WHERE reading_id = ANY($1)
            """;

    private KnownRows() {}

    /// Sent one after the other without waiting for answers: the connection carries them out in
    /// this order, so that all but the first see what the lock protects. A partition that has no
    /// position yet gives no lock, so then all is read again.
    static Uni<Known> load(SqlConnection c, List<Logged> batch) {
        return Uni.combine()
                .all()
                .unis(
                        PositionRows.lock(c, batch),
                        AssignmentRows.ofDevices(c, heard(batch)),
                        earlier(c, batch))
                .asTuple()
                .chain(
                        read -> {
                            Known known =
                                    new Known(
                                            read.getItem1(),
                                            new Assignments(read.getItem2()),
                                            read.getItem3());
                            return PositionRows.isComplete(known.positions(), batch)
                                    ? load(c, batch, known)
                                    : PositionRows.open(c, batch).chain(() -> load(c, batch));
                        });
    }

    private static Uni<Known> load(SqlConnection c, List<Logged> batch, Known known) {
        return LastValueRows.before(c, arrivals(batch), known.assignments())
                .map(
                        last ->
                                new Known(
                                        known.positions(),
                                        known.assignments(),
                                        known.earlier(),
                                        last));
    }

    private static Stream<Arrival> arrivals(List<Logged> batch) {
        return batch.stream().flatMap(logged -> logged.arrivals().stream());
    }

    private static Stream<Arrival> heard(List<Logged> batch) {
        return Stream.concat(arrivals(batch), batch.stream().flatMap(l -> l.lost().stream()));
    }

    private static Uni<Map<UUID, Known.Earlier>> earlier(SqlConnection c, List<Logged> batch) {
        UUID[] ids =
                arrivals(batch)
                        .filter(Arrival::mayMoveInTime)
                        .map(Arrival::id)
                        .distinct()
                        .toArray(UUID[]::new);
        if (ids.length == 0) {
            return Uni.createFrom().item(Map.of());
        }
        return c.preparedQuery(EARLIER)
                .execute(Tuple.tuple().addArrayOfUUID(ids))
                .map(
                        rows -> {
                            Map<UUID, Known.Earlier> out = new HashMap<>();
                            rows.forEach(row -> out.put(row.getUUID("reading_id"), earlier(row)));
                            return out;
                        });
    }

    /// What a row says that was there before.
    static Known.Earlier earlier(Row row) {
        return new Known.Earlier(Columns.instant(row, "measured_at"), row.getLong("content"));
    }
}
