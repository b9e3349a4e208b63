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
import java.util.stream.Stream;
import org.homeward.events.Code;
import org.homeward.events.CodeTable;
import org.homeward.ingest.db.Columns;
import org.homeward.ingest.device.Assignments;
import org.homeward.ingest.question.IsThisThePatient;
import org.homeward.ingest.question.LastValues;
import org.homeward.ingest.reading.Arrival;
import org.homeward.ingest.sent.SentCode;

/// What patients' measures said before, for the few codes that are asked about: one statement for a
/// batch that holds any, none for the others.
public final class LastValueRows {
    private static final String BEFORE =
            """
            SELECT k.p AS patient_id, k.c AS code, r.measured_at, r.value
            FROM unnest($1::uuid[], $2::text[], $3::timestamptz[]) AS k (p, c, m)
            CROSS JOIN LATERAL (
              SELECT r.measured_at, r.value FROM reading_row r
              WHERE r.patient = (SELECT key FROM patient_key WHERE patient_id = k.p)
                AND utc_day(r.measured_at) BETWEEN utc_day(k.m - $4 * interval '1 day')
                  AND utc_day(k.m)
                AND r.measured_at >= k.m - $4 * interval '1 day' AND r.measured_at < k.m
                AND r.quantity = ANY (ARRAY(SELECT key FROM quantity_key WHERE code = k.c))
                AND (r.marks >> 4 & 15) = 0 AND r.value IS NOT NULL AND r.reading_id <> ALL ($5)
              ORDER BY utc_day(r.measured_at) DESC, r.measured_at DESC LIMIT 1
            ) AS r
            """;

    /// What a patient's measure said last before a time.
    public record Asked(UUID patient, String code, Instant at) {}

    private LastValueRows() {}

    static Uni<List<LastValues.Value>> before(
            SqlClient c, Stream<Arrival> arrivals, Assignments assignments) {
        return before(
                c,
                arrivals.flatMap(arrival -> asked(arrival, assignments)).distinct().toList(),
                List.of());
    }

    /// What stands in the charts, but for some readings.
    public static Uni<List<LastValues.Value>> before(
            SqlClient c, List<Asked> asked, List<UUID> besides) {
        if (asked.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return c.preparedQuery(BEFORE)
                .execute(
                        Tuple.of(
                                asked.stream().map(Asked::patient).toArray(UUID[]::new),
                                Columns.texts(asked, Asked::code),
                                Columns.times(asked, Asked::at),
                                (double) IsThisThePatient.LOOKED_BACK.toDays(),
                                besides.toArray(UUID[]::new)))
                .map(
                        rows -> {
                            List<LastValues.Value> out = new ArrayList<>();
                            rows.forEach(row -> out.add(value(row)));
                            return out;
                        });
    }

    private static Stream<Asked> asked(Arrival arrival, Assignments assignments) {
        SentCode sent = arrival.sent().code();
        String code =
                CodeTable.standard()
                        .find(sent.system(), sent.value())
                        .filter(found -> found.questionPerDay() != null)
                        .map(Code::loinc)
                        .orElse(null);
        if (code == null) {
            return Stream.empty();
        }
        Instant at = arrival.measured();
        return assignments
                .of(arrival.deviceId(), at)
                .map(a -> new Asked(a.patientId(), code, at))
                .stream();
    }

    private static LastValues.Value value(Row row) {
        return new LastValues.Value(
                Objects.requireNonNull(row.getUUID("patient_id")),
                Objects.requireNonNull(row.getString("code")),
                Columns.instant(row, "measured_at"),
                Objects.requireNonNull(row.getBigDecimal("value")));
    }
}
