package org.homeward.ingest.db;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import java.util.ArrayList;
import java.util.List;
import org.homeward.ingest.Given;
import org.homeward.ingest.IngestTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a reading costs on disk, with all its indexes, and that pages and single readings are found
/// by an index.
@QuarkusTest
@IngestTest
class StoreSizeIT {
    private static final int ROWS = 300_000;
    private static final int MOST_BYTES = 170;

    /// 500 patients, each with twenty readings a day, in the order in which they come in.
    private static final String FILL =
            """
            INSERT INTO reading_row
            SELECT at, at + interval '80 milliseconds', gen_random_uuid(), 1000000 + i %% 500, i %% 500,
              hashint4(i), 12, 1, 1, 0, 60, (ARRAY[97, 36.8, 72, 128])[i %% 4 + 1], NULL
            FROM (
              SELECT i, timestamptz '2025-01-01' + i * interval '8.64 seconds' AS at
              FROM generate_series(1, %d) AS i) AS s
            """
                    .formatted(ROWS);

    @Test
    void aReadingTakesAtMost170Bytes() {
        execute("SELECT ensure_months('2025-01-01', '2025-01-31')");
        execute("TRUNCATE reading_row_2025_01");
        execute(FILL);
        String parts =
                text(
                        "SELECT string_agg(relname || ' ' || pg_relation_size(oid) / "
                                + ROWS
                                + ", ', ') AS n FROM pg_class WHERE relname LIKE 'reading_row_2025_01%'");
        double bytes =
                (double) number("SELECT pg_total_relation_size('reading_row_2025_01') AS n") / ROWS;
        assertThat(bytes).as(parts).isLessThanOrEqualTo(MOST_BYTES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "WHERE drawer(reading_id) = drawer('6ba7b810-9dad-11d1-80b4-00c04fd430c8')",
                "WHERE patient_key = (SELECT key FROM patient_key LIMIT 1)"
                        + " ORDER BY utc_day(measured_at) DESC, measured_at DESC, reading_id DESC LIMIT 50"
            })
    void whatIsAskedOftenIsFoundByAnIndex(String where) {
        execute("ANALYZE reading_row");
        List<String> plan = new ArrayList<>();
        Given.await(
                        Given.bean(Pool.class)
                                .query("EXPLAIN SELECT * FROM reading " + where)
                                .execute())
                .forEach(row -> plan.add(row.getString(0)));
        assertThat(plan).noneMatch(line -> line.contains("Seq Scan on reading_row_2025_01"));
    }

    private static void execute(String sql) {
        Given.await(Given.bean(Pool.class).query(sql).execute());
    }

    private static String text(String sql) {
        return Given.await(Given.bean(Pool.class).query(sql).execute())
                .iterator()
                .next()
                .getString("n");
    }

    private static long number(String sql) {
        return Given.await(Given.bean(Pool.class).query(sql).execute())
                .iterator()
                .next()
                .getLong("n");
    }
}
