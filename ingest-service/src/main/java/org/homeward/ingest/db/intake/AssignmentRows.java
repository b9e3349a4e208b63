package org.homeward.ingest.db.intake;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.homeward.ingest.db.Columns;
import org.homeward.ingest.device.Assignment;
import org.homeward.ingest.reading.Arrival;
import org.jspecify.annotations.Nullable;

/// Rows of `assignment` with the end of the patient's care and, where the device can be heard by
/// more than one way, by what these are known.
final class AssignmentRows {
    private static final String CAME =
            """
            WITH came AS (
              SELECT id, array_agg(DISTINCT path) AS paths
              FROM unnest($1::uuid[], $2::text[]) AS u (id, path) GROUP BY id)
            """;

    /// One that was heard by one way only, and whose serial number is nobody else's, has no twins,
    /// and none are looked for.
    private static final String OF_DEVICES =
            CAME
                    + """
            SELECT a.device_id, a.patient_id, lower(a.during) AS from_at, upper(a.during) AS until_at,
                   c.ended_at, CASE WHEN d.clock_wrong_since IS NOT NULL THEN d.clock_offset END AS clock,
                   CASE WHEN t.has_twins THEN d.serial END AS serial,
                   CASE WHEN t.has_twins THEN steady_offset(d.clock_samples) END AS ahead,
                   d.serial IS NOT NULL AND NOT d.paths @> came.paths AS by_another_way
            FROM came JOIN assignment a ON a.device_id = came.id JOIN device d ON d.id = a.device_id
            LEFT JOIN care c USING (patient_id)
            CROSS JOIN LATERAL (
              SELECT d.serial IS NOT NULL AND (cardinality(d.paths) > 1
                OR EXISTS (SELECT FROM device o WHERE o.serial = d.serial AND o.id <> d.id)
              ) AS has_twins) AS t
            """;

    private static final String NOTE_WAYS =
            CAME
                    + """
            UPDATE device d
            SET paths = ARRAY(SELECT DISTINCT unnest(d.paths || came.paths) ORDER BY 1)
            FROM came WHERE d.id = came.id AND d.serial IS NOT NULL AND NOT d.paths @> came.paths
            """;

    private AssignmentRows() {}

    static Uni<List<Assignment>> ofDevices(SqlClient c, Stream<Arrival> arrivals) {
        List<Heard> heard =
                arrivals.map(a -> new Heard(a.deviceId(), a.path().name())).distinct().toList();
        if (heard.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        UUID[] devices = heard.stream().map(Heard::device).toArray(UUID[]::new);
        Tuple came = Tuple.tuple().addValue(devices).addValue(Columns.texts(heard, Heard::path));
        return c.preparedQuery(OF_DEVICES)
                .execute(came)
                .chain(
                        rows ->
                                isByAnotherWay(rows)
                                        ? c.preparedQuery(NOTE_WAYS)
                                                .execute(came)
                                                .chain(
                                                        () ->
                                                                c.preparedQuery(OF_DEVICES)
                                                                        .execute(came))
                                        : Uni.createFrom().item(rows))
                .map(
                        rows -> {
                            List<Assignment> out = new ArrayList<>(rows.size());
                            rows.forEach(row -> out.add(assignment(row)));
                            return out;
                        });
    }

    /// Rare, so that it is noted apart; read again afterwards, since another instance may hear the
    /// other way at the same time.
    private static boolean isByAnotherWay(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .anyMatch(row -> row.getBoolean("by_another_way"));
    }

    private record Heard(UUID device, String path) {}

    private static Assignment.@Nullable Twins twins(Row row) {
        String serial = row.getString("serial");
        return serial == null ? null : new Assignment.Twins(serial, row.getInteger("ahead"));
    }

    private static Assignment assignment(Row row) {
        @Nullable Instant from = Columns.instantOrNull(row, "from_at");
        return new Assignment(
                Objects.requireNonNull(row.getUUID("device_id")),
                twins(row),
                row.getInteger("clock"),
                Objects.requireNonNull(row.getUUID("patient_id")),
                from == null ? Instant.MIN : from,
                Columns.instantOrNull(row, "until_at"),
                Columns.instantOrNull(row, "ended_at"));
    }
}
