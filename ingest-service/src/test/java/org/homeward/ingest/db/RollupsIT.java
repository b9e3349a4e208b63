package org.homeward.ingest.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeward.ingest.Given;
import org.homeward.ingest.IngestTest;
import org.homeward.ingest.rollup.Bucket;
import org.homeward.ingest.rollup.Rollups;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Buckets are what the readings say, before and after they are rolled up, late ones included.
@QuarkusTest
@IngestTest
class RollupsIT {
    /// The three days around the change of clocks in Paris.
    private static final Instant START = Instant.parse("2026-03-28T00:00:00Z");

    private static final String GLUCOSE = "99504-3";
    private static final int EVERY_MINUTES = 20;

    private record Value(Instant at, int value) {}

    @ParameterizedTest
    @CsvSource({
        "HOUR,Europe/Paris",
        "DAY,Europe/Paris",
        "DAY,UTC",
        "DAY,Asia/Kolkata",
        "HOUR,Australia/Lord_Howe",
        "HOUR,UTC"
    })
    void areWhatTheReadingsSayAlsoWhenMoreComeLate(Rollups.Length length, String zone) {
        Given.Worn worn = Given.worn();
        List<Value> values = threeDays();
        send(worn, values);
        Rollups.Query query = query(worn, length, ZoneId.of(zone));
        assertThat(found(query)).isEqualTo(expected(values, query));

        Given.await(Given.bean(Rollups.class).turn());
        assertThat(rolled(worn.patient())).isGreaterThan(60);
        assertThat(found(query)).isEqualTo(expected(values, query));

        Value late = new Value(START.plus(Duration.ofHours(30)).plusSeconds(1), 61);
        values.add(late);
        send(worn, List.of(late));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> Given.readings(worn.patient()).items().size() == values.size());
        assertThat(found(query)).isEqualTo(expected(values, query));
        Given.await(Given.bean(Rollups.class).turn());
        assertThat(found(query)).isEqualTo(expected(values, query));
    }

    @Test
    void componentsOfPanelsHaveBucketsOfTheirOwn() {
        Given.Worn worn = Given.worn();
        String panel =
                """
                {"readings":[{"code":"85354-9","takenAt":"2026-03-28T08:00:00Z","components":[
                {"code":"8480-6","value":17,"unit":"kPa"},{"code":"8462-4","value":81,"unit":"mm[Hg]"}
                ]},{"code":"8480-6","value":120,"unit":"mm[Hg]","takenAt":"2026-03-28T09:00:00Z"}]}
                """;
        assertThat(Given.post(worn, panel).statusCode()).isEqualTo(202);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> !Given.readings(worn.patient()).items().isEmpty());
        List<Bucket> buckets =
                Given.await(
                        Given.bean(Rollups.class)
                                .find(
                                        new Rollups.Query(
                                                worn.patient(),
                                                List.of("8480-6", "8462-4"),
                                                START,
                                                START.plus(Duration.ofDays(1)),
                                                Rollups.Length.DAY,
                                                ZoneOffset.UTC)));
        assertThat(buckets).extracting(Bucket::code).contains("8462-4", "8480-6");
        assertThat(buckets.getFirst().mean()).isEqualByComparingTo("81");
    }

    @Test
    void timeInRangeHasItsLimitsAndOnlyInterstitialGlucoseHasIt() {
        Given.Worn worn = Given.worn();
        String readings =
                Stream.of(53, 53.4, 53.5, 69, 69.5, 70, 180, 180.4, 180.5, 250, 250.4, 251)
                        .map(
                                v ->
                                        sugar(
                                                GLUCOSE,
                                                v,
                                                START.plusMillis((long) (v.doubleValue() * 10))))
                        .collect(Collectors.joining(","));
        String byMeter = sugar("41653-7", 60, START);
        Given.post(worn, "{\"readings\":[" + readings + "," + byMeter + "]}");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> Given.readings(worn.patient()).items().size() == 13);
        Rollups.Query query =
                new Rollups.Query(
                        worn.patient(),
                        List.of(GLUCOSE, "41653-7"),
                        START,
                        START.plus(Duration.ofDays(1)),
                        Rollups.Length.DAY,
                        ZoneOffset.UTC);
        assertThat(Given.await(Given.bean(Rollups.class).find(query)))
                .extracting(Bucket::bands)
                .containsExactly(null, new Bucket.Bands(2, 2, 4, 3, 1));
    }

    private static String sugar(String code, Number value, Instant at) {
        return "{\"code\":\"%s\",\"value\":%s,\"unit\":\"mg/dL\",\"takenAt\":\"%s\"}"
                .formatted(code, value, at);
    }

    @Test
    void everyDaysTurnComesAlsoOfOneWithoutReadings() {
        Given.Worn worn = Given.worn();
        send(worn, threeDays());
        execute("DELETE FROM rollup_late");
        execute("UPDATE rollup_done SET day = '2026-03-20'");
        // The service's own turn may do a part of it.
        await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> {
                            Given.await(Given.bean(Rollups.class).turn());
                            return rolled(worn.patient()) > 60 && daysBehind() == 2;
                        });
    }

    @Test
    void computedAgainTheyAreTheSameToTheLastDigit() {
        Given.Worn worn = Given.worn();
        send(worn, threeDays());
        Given.await(Given.bean(Rollups.class).turn());
        String before = print(worn.patient());
        execute(
                "INSERT INTO rollup_late SELECT DISTINCT patient, day FROM rollup_hour"
                        + " ON CONFLICT DO NOTHING");
        Given.await(Given.bean(Rollups.class).turn());
        assertThat(print(worn.patient())).isEqualTo(before).isNotEmpty();
    }

    private static List<Value> threeDays() {
        List<Value> values = new ArrayList<>();
        for (int i = 0; i < 3 * 24 * 60 / EVERY_MINUTES; i++) {
            Instant at = START.plus(Duration.ofMinutes((long) i * EVERY_MINUTES));
            values.add(new Value(at, 80 + i * 37 % 120));
        }
        return values;
    }

    private static void send(Given.Worn worn, List<Value> values) {
        String readings =
                values.stream()
                        .map(v -> sugar(GLUCOSE, v.value(), v.at()))
                        .collect(Collectors.joining(","));
        int before = Given.readings(worn.patient()).items().size();
        assertThat(Given.post(worn, "{\"readings\":[" + readings + "]}").statusCode())
                .isEqualTo(202);
        await().atMost(Duration.ofSeconds(20))
                .until(
                        () ->
                                Given.readings(worn.patient()).items().size()
                                        == before + values.size());
    }

    /// From and to within an hour, so that the edges are cut.
    private static Rollups.Query query(Given.Worn worn, Rollups.Length length, ZoneId zone) {
        return new Rollups.Query(
                worn.patient(),
                List.of(GLUCOSE),
                START.plus(Duration.ofMinutes(30)),
                START.plus(Duration.ofMinutes(3 * 24 * 60 - 50)),
                length,
                zone);
    }

    private static Map<Instant, List<String>> found(Rollups.Query query) {
        return Given.await(Given.bean(Rollups.class).find(query)).stream()
                .collect(
                        Collectors.toMap(
                                Bucket::start,
                                b ->
                                        List.of(
                                                Integer.toString(b.count()),
                                                b.min().toPlainString(),
                                                b.max().toPlainString(),
                                                b.mean().toPlainString(),
                                                String.valueOf(b.bands())),
                                (a, b) -> a,
                                TreeMap::new));
    }

    private static Map<Instant, List<String>> expected(List<Value> values, Rollups.Query query) {
        Map<Instant, List<Value>> groups =
                values.stream()
                        .filter(v -> !v.at().isBefore(query.from()) && v.at().isBefore(query.to()))
                        .collect(
                                Collectors.groupingBy(
                                        v -> start(v.at(), query),
                                        TreeMap::new,
                                        Collectors.toList()));
        Map<Instant, List<String>> out = new TreeMap<>();
        groups.forEach((start, group) -> out.put(start, line(group)));
        return out;
    }

    private static Instant start(Instant at, Rollups.Query query) {
        return query.length() == Rollups.Length.DAY
                ? at.atZone(query.zone()).toLocalDate().atStartOfDay(query.zone()).toInstant()
                : at.truncatedTo(java.time.temporal.ChronoUnit.HOURS);
    }

    private static List<String> line(List<Value> group) {
        int total = group.stream().mapToInt(Value::value).sum();
        BigDecimal mean =
                BigDecimal.valueOf(total)
                        .divide(
                                BigDecimal.valueOf(group.size()),
                                2,
                                java.math.RoundingMode.HALF_EVEN);
        return List.of(
                Integer.toString(group.size()),
                Integer.toString(group.stream().mapToInt(Value::value).min().orElseThrow()),
                Integer.toString(group.stream().mapToInt(Value::value).max().orElseThrow()),
                mean.toPlainString(),
                new Bucket.Bands(
                                0,
                                between(group, 54, 69),
                                between(group, 70, 180),
                                between(group, 181, 250),
                                0)
                        .toString());
    }

    private static int between(List<Value> group, int least, int most) {
        return (int) group.stream().filter(v -> v.value() >= least && v.value() <= most).count();
    }

    private static int daysBehind() {
        return row("SELECT (now() AT TIME ZONE 'UTC')::date - day AS n FROM rollup_done")
                .getInteger("n");
    }

    private static long rolled(UUID patient) {
        return row("SELECT count(*) AS n FROM rollup_hour JOIN patient_key ON key = patient"
                        + " WHERE patient_id = '"
                        + patient
                        + "'")
                .getLong("n");
    }

    private static String print(UUID patient) {
        return row("SELECT string_agg(h::text, ';' ORDER BY day, quantity, hour) AS n"
                        + " FROM rollup_hour h JOIN patient_key ON key = patient"
                        + " WHERE patient_id = '"
                        + patient
                        + "'")
                .getString("n");
    }

    private static Row row(String sql) {
        return Given.await(Given.bean(Pool.class).query(sql).execute()).iterator().next();
    }

    private static void execute(String sql) {
        Given.await(Given.bean(Pool.class).query(sql).execute());
    }
}
