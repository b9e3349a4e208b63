package org.homeward.ingest.db.intake;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.homeward.ingest.db.Columns;
import org.homeward.ingest.device.Assignment;
import org.jspecify.annotations.Nullable;

/// Rows of `assignment` with the end of the patient's care.
final class AssignmentRows {
    private static final String OF_DEVICES =
            """
            SELECT a.device_id, a.patient_id, lower(a.during) AS from_at, upper(a.during) AS until_at,
                   c.ended_at, d.serial
            FROM assignment a JOIN device d ON d.id = a.device_id
            LEFT JOIN care c USING (patient_id) WHERE a.device_id = ANY($1)
            """;

    private AssignmentRows() {}

    static Uni<List<Assignment>> ofDevices(SqlClient c, UUID[] devices) {
        if (devices.length == 0) {
            return Uni.createFrom().item(List.of());
        }
        return c.preparedQuery(OF_DEVICES)
                .execute(Tuple.tuple().addArrayOfUUID(devices))
                .map(
                        rows -> {
                            List<Assignment> out = new ArrayList<>(rows.size());
                            rows.forEach(row -> out.add(assignment(row)));
                            return out;
                        });
    }

    private static Assignment assignment(Row row) {
        @Nullable Instant from = Columns.instantOrNull(row, "from_at");
        return new Assignment(
                Objects.requireNonNull(row.getUUID("device_id")),
                row.getString("serial"),
                Objects.requireNonNull(row.getUUID("patient_id")),
                from == null ? Instant.MIN : from,
                Columns.instantOrNull(row, "until_at"),
                Columns.instantOrNull(row, "ended_at"));
    }
}
