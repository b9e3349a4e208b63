package org.homeward.ingest.db;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
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
            "SELECT * FROM reading WHERE reading_id = $1 ORDER BY version DESC LIMIT 1";

    private final Pool pool;

    @Inject
    PgChart(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Page<Reading>> page(Query query) {
        StringBuilder sql = new StringBuilder("SELECT * FROM reading WHERE patient_id = $1");
        Tuple values = Tuple.tuple().addUUID(query.patientId());
        add(sql, values, " AND code = $", query.code());
        addComponent(sql, values, query.component());
        add(sql, values, " AND measured_at >= $", time(query.from()));
        add(sql, values, " AND measured_at < $", time(query.to()));
        Cursor after = query.after();
        if (after != null) {
            int at = values.size();
            sql.append(" AND (measured_at, reading_id) < ($" + (at + 1) + ", $" + (at + 2) + ")");
            values.addValue(Columns.time(after.at())).addUUID(after.id());
        }
        sql.append(" ORDER BY measured_at DESC, reading_id DESC LIMIT ").append(query.limit() + 1);
        return pool.preparedQuery(sql.toString())
                .execute(values)
                .map(rows -> Pages.of(readings(rows), query.limit(), PgChart::cursor));
    }

    private static void add(
            StringBuilder sql, Tuple values, String condition, @Nullable Object value) {
        if (value != null) {
            values.addValue(value);
            sql.append(condition).append(values.size());
        }
    }

    /// A component was measured where a panel holds it or where it was sent alone.
    private static void addComponent(StringBuilder sql, Tuple values, @Nullable String component) {
        if (component != null) {
            values.addString(component);
            values.addValue(JsonArray.of(new JsonObject().put("code", component)));
            int at = values.size();
            sql.append(" AND (code = $" + (at - 1) + " OR components @> $" + at + ")");
        }
    }

    private static java.time.@Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : Columns.time(instant);
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
