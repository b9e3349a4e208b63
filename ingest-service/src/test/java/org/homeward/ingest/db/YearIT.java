package org.homeward.ingest.db;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.homeward.ingest.Given;
import org.homeward.ingest.IngestTest;
import org.homeward.ingest.rollup.Rollups;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How a year of one measure is found: by indexes, in the partitions of that year alone, whatever
/// the number of rows. With `-Dhomeward.year.rows=10000000` it is the measurement of docs/costs.md
/// and writes plans and times to `target/year-ROWS.txt`.
@QuarkusTest
@IngestTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class YearIT {
    private static final int ROWS = Integer.getInteger("homeward.year.rows", 180_000);

    /// Many readings of each patient as a sensor sends them, one weight a day, in the order they
    /// come.
    private static final int EVERY_MINUTES = ROWS < 1_000_000 ? 30 : 5;

    private static final int PATIENTS = Math.max(1, ROWS / (365 * (24 * 60 / EVERY_MINUTES + 1)));
    private static final LocalDate START = LocalDate.of(2021, 1, 1);
    private static final String WHO = "00000000-0000-4000-8000-0000beef";
    private static final int WARM = 5;
    private static final int TIMES = 21;

    private static final String QUANTITIES =
            "INSERT INTO quantity_key (code, unit) VALUES ('99504-3', 'mg/dL'), ('29463-7', 'kg')"
                    + " ON CONFLICT DO NOTHING";

    @BeforeAll
    void aYearOfReadings() {
        execute("SELECT ensure_months('2021-01-01', '2021-12-31')");
        execute(QUANTITIES);
        execute(
                "INSERT INTO patient_key (patient_id) SELECT ('%s' || lpad(i::text, 4, '0'))::uuid"
                                .formatted(WHO)
                        + " FROM generate_series(1, "
                        + PATIENTS
                        + ") i ON CONFLICT DO NOTHING");
        IntStream.range(0, 12).forEach(m -> slowly(fill(START.plusMonths(m))));
        slowly(
                "INSERT INTO rollup_late SELECT key, date '2021-01-01' + d FROM patient_key,"
                        + " generate_series(0, 364) d WHERE patient_id::text LIKE '"
                        + WHO
                        + "%'");
        Given.bean(Rollups.class).turn().await().indefinitely();
        slowly("ANALYZE reading_row, rollup_hour, patient_key, quantity_key");
    }

    private static String fill(LocalDate month) {
        return """
            INSERT INTO reading_row
            SELECT at, at + interval '80 ms', gen_random_uuid(), p.key, 1, hashint4(i), 12, q.key, 1,
              0, 60, CASE WHEN q.code = '29463-7' THEN 70.5 ELSE 80 + (i * 37 + p.key * 11) %% 120 END, NULL
            FROM generate_series(0, extract(day FROM date '%1$s' + interval '1 month' - interval '1 day')::integer
              * 1440 / %2$d - 1) i
            CROSS JOIN LATERAL (SELECT timestamptz '%1$sZ' + i * interval '%2$d minutes' AS at) t
            CROSS JOIN (SELECT key FROM patient_key WHERE patient_id::text LIKE '%3$s%%') p
            JOIN quantity_key q ON q.code = '99504-3' OR q.code = '29463-7' AND i %% (1440 / %2$d) = 0
            """
                .formatted(month, EVERY_MINUTES, WHO);
    }

    @AfterAll
    void theYearIsOver() {
        IntStream.rangeClosed(1, 12)
                .forEach(m -> execute("DROP TABLE reading_row_2021_%02d".formatted(m)));
        slowly(
                "DELETE FROM rollup_hour WHERE patient IN"
                        + " (SELECT key FROM patient_key WHERE patient_id::text LIKE '"
                        + WHO
                        + "%')");
        execute("DELETE FROM patient_key WHERE patient_id::text LIKE '" + WHO + "%'");
    }

    @ParameterizedTest
    @CsvSource({"99504-3,DAY", "99504-3,HOUR", "29463-7,DAY"})
    void isFoundByIndexesInTheYearsOwnPartitions(String code, Rollups.Length length)
            throws IOException {
        Rollups.Query query = query(code, length);
        List<String> plan = plan(query);
        assertThat(plan)
                .noneMatch(line -> line.contains("Seq Scan on reading_row"))
                .noneMatch(line -> line.contains("Seq Scan on rollup_hour"))
                .anyMatch(line -> line.contains("rollup_hour_pkey"));
        assertThat(
                        plan.stream()
                                .filter(
                                        line ->
                                                line.contains("Scan")
                                                        && line.contains(" on reading_row_")))
                .isNotEmpty()
                .allMatch(line -> line.contains("on reading_row_2021_"));
        assertThat(Given.await(Given.bean(Rollups.class).find(query)))
                .hasSize(length == Rollups.Length.DAY ? 365 : 365 * 24);
        if (ROWS >= 1_000_000) {
            write(code + " " + length, plan, times(query));
        }
    }

    private static Rollups.Query query(String code, Rollups.Length length) {
        return new Rollups.Query(
                UUID.fromString(WHO + "0001"),
                List.of(code),
                Instant.parse("2021-01-01T00:00:00Z"),
                Instant.parse("2022-01-01T00:00:00Z"),
                length,
                ZoneId.of("UTC"));
    }

    private static List<String> plan(Rollups.Query query) {
        List<String> plan = new ArrayList<>();
        Given.await(
                        Given.bean(Pool.class)
                                .preparedQuery(
                                        "EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF, SUMMARY OFF) "
                                                + PgRollups.FIND)
                                .execute(PgRollups.values(query)))
                .forEach(row -> plan.add(row.getString(0)));
        return plan;
    }

    /// Milliseconds from asking to all buckets being there, in rising order.
    private static List<Double> times(Rollups.Query query) {
        Rollups rollups = Given.bean(Rollups.class);
        IntStream.range(0, WARM).forEach(_ -> Given.await(rollups.find(query)));
        return IntStream.range(0, TIMES)
                .mapToObj(
                        _ -> {
                            long start = System.nanoTime();
                            Given.await(rollups.find(query));
                            return (System.nanoTime() - start) / 1e6;
                        })
                .sorted()
                .toList();
    }

    private static void write(String what, List<String> plan, List<Double> times)
            throws IOException {
        Path file = Path.of("target", "year-" + ROWS + ".txt");
        String text =
                "%s: %d patients, median %.1f ms, most %.1f ms%n%s%n"
                        .formatted(
                                what,
                                PATIENTS,
                                times.get(TIMES / 2),
                                times.getLast(),
                                String.join("\n", plan));
        Files.writeString(
                file,
                text,
                java.nio.file.StandardOpenOption.CREATE,
                java.nio.file.StandardOpenOption.APPEND);
    }

    private static void execute(String sql) {
        Given.await(Given.bean(Pool.class).query(sql).execute());
    }

    /// Without the service's own limit of time.
    private static void slowly(String sql) {
        Given.bean(Pool.class)
                .withTransaction(
                        c ->
                                c.query("SET LOCAL statement_timeout = 0")
                                        .execute()
                                        .chain(() -> c.query(sql).execute()))
                .await()
                .atMost(Duration.ofMinutes(10));
    }
}
