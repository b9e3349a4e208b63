package org.homeward.ingest.db;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.homeward.ingest.Chart;
import org.homeward.ingest.Cursor;
import org.homeward.ingest.Page;
import org.homeward.ingest.reading.Reading;
import org.jspecify.annotations.Nullable;

/// [Chart] on PostgreSQL: a patient's readings come from one index in their order.
@ApplicationScoped
class PgChart implements Chart {
    private static final String FIND =
            """
            SELECT * FROM reading WHERE drawer(reading_id) = drawer($1::uuid) AND reading_id = $1
            ORDER BY measured_at DESC LIMIT 1
            """;
    private static final String OF_PATIENT =
            """
            SELECT * FROM reading
            WHERE patient_key = (SELECT key FROM patient_key WHERE patient_id = $1)
              AND NOT coalesce(more -> 'flags' ? 'ENTERED_IN_ERROR', false)
            """;
    private static final String QUANTITIES = "SELECT key FROM quantity_key WHERE code = $";

    private final Pool pool;

    @Inject
    PgChart(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Page<Reading>> page(Query query) {
        StringBuilder sql = new StringBuilder(OF_PATIENT);
        Tuple values = Tuple.tuple().addUUID(query.patientId());
        addCode(sql, values, query.code());
        addComponent(sql, values, query.component());
        addBound(sql, values, ">=", query.from());
        addBound(sql, values, "<", query.to());
        Cursor after = query.after();
        if (after != null) {
            addBound(sql, values, "<=", after.at());
            sql.append(" AND (measured_at, reading_id) < ($" + values.size());
            values.addUUID(after.id());
            sql.append(", $" + values.size() + ")");
        }
        sql.append(" ORDER BY utc_day(measured_at) DESC, measured_at DESC, reading_id DESC LIMIT ")
                .append(query.limit() + 1);
        return pool.preparedQuery(sql.toString())
                .execute(values)
                .map(rows -> Pages.of(readings(rows), query.limit(), PgChart::cursor));
    }

    private static void addCode(StringBuilder sql, Tuple values, @Nullable String code) {
        if (code != null) {
            values.addString(code);
            sql.append(" AND quantity_key = ANY (ARRAY(" + QUANTITIES + values.size() + "))");
        }
    }

    /// By the day, which the index has, and then exactly.
    private static void addBound(
            StringBuilder sql, Tuple values, String relation, @Nullable Instant bound) {
        if (bound != null) {
            values.addValue(Columns.time(bound));
            String at = "$" + values.size() + "::timestamptz";
            String day = relation.substring(0, 1) + "=";
            sql.append(" AND utc_day(measured_at) " + day + " utc_day(" + at + ")")
                    .append(" AND measured_at " + relation + " " + at);
        }
    }

    /// A component was measured where a panel holds it or where it was sent alone.
    private static void addComponent(StringBuilder sql, Tuple values, @Nullable String component) {
        if (component != null) {
            values.addString(component);
            String keys = QUANTITIES + values.size();
            sql.append(" AND (quantity_key = ANY (ARRAY(" + keys + "))")
                    .append(" OR more -> 'components' @> ANY (ARRAY(")
                    .append(
                            keys.replace(
                                    "key FROM", "jsonb_build_array(jsonb_build_array(key)) FROM"))
                    .append(")))");
        }
    }

    private static Cursor cursor(Reading reading) {
        return new Cursor(reading.times().measured(), reading.id());
    }

    private static List<Reading> readings(RowSet<Row> rows) {
        List<Reading> out = new ArrayList<>(rows.size());
        rows.forEach(row -> out.add(ReadingColumns.reading(row)));
        return out;
    }

    @Override
    public Uni<Optional<Reading>> find(UUID readingId) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(readingId))
                .map(rows -> readings(rows).stream().findFirst());
    }
}
