package org.homeward.ingest.db.refusal;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.homeward.ingest.db.Columns;
import org.homeward.ingest.reading.Refusal;
import org.homeward.ingest.redrive.KeptRefusal;
import org.homeward.ingest.redrive.RefusalFilter;
import org.homeward.ingest.sent.Path;
import org.jspecify.annotations.Nullable;

/// A stored refusal from its row, and a filter as the first values of a statement.
final class RefusalColumns {
    /// The condition over the first five values.
    static final String FILTER =
            """
            ($1::uuid IS NULL OR device_id = $1) AND ($2::text IS NULL OR $2 = ANY(reasons))
              AND ($3::timestamptz IS NULL OR received_at >= $3)
              AND ($4::timestamptz IS NULL OR received_at < $4)
              AND ($5::text IS NULL OR strpos(lower(detail), lower($5)) > 0)
            """;

    private RefusalColumns() {}

    static Tuple values(RefusalFilter filter) {
        Instant from = filter.from();
        Instant to = filter.to();
        return Tuple.tuple()
                .addUUID(filter.deviceId())
                .addString(filter.reason())
                .addValue(from == null ? null : Columns.time(from))
                .addValue(to == null ? null : Columns.time(to))
                .addString(filter.text());
    }

    static KeptRefusal kept(Row row) {
        return new KeptRefusal(refusal(row), redriven(row));
    }

    private static KeptRefusal.@Nullable Redriven redriven(Row row) {
        String outcome = row.getString("outcome");
        return outcome == null
                ? null
                : new KeptRefusal.Redriven(
                        Columns.instant(row, "redriven_at"),
                        Objects.requireNonNull(row.getString("redriven_by")),
                        KeptRefusal.Outcome.valueOf(outcome.toUpperCase(Locale.ROOT)),
                        row.getString("outcome_detail"));
    }

    private static Refusal refusal(Row row) {
        @Nullable String path = row.getString("path");
        return new Refusal(
                Objects.requireNonNull(row.getUUID("id")),
                row.getUUID("device_id"),
                List.of(row.getArrayOfStrings("reasons")),
                Objects.requireNonNull(row.getString("detail")),
                row.getInteger("item"),
                path == null ? null : Path.valueOf(path),
                Objects.requireNonNull(row.getString("payload_type")),
                row.getBuffer("payload").getBytes(),
                row.getBoolean("truncated"),
                Columns.instant(row, "received_at"),
                Boolean.TRUE.equals(row.getBoolean("best_effort")),
                row.getUUID("relayed_by"));
    }
}
