package org.homeward.ingest.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.homeward.ingest.Given;
import org.homeward.ingest.IngestTest;
import org.homeward.ingest.Upkeep;
import org.homeward.ingest.rollup.Bucket;
import org.homeward.ingest.rollup.Rollups;
import org.junit.jupiter.api.Test;

/// What is older than the policy goes a month at a time, and only once its rollups say all of it.
@QuarkusTest
@IngestTest
class RetentionIT {
    /// Older than the months of all other tests, since the oldest goes first.
    private static final Instant START = Instant.parse("1990-01-10T00:00:00Z");

    private static final LocalDate FEBRUARY = LocalDate.of(1990, 2, 1);
    private static final LocalDate MARCH = LocalDate.of(1990, 3, 1);
    private static final List<String> CODES = List.of("99504-3", "29463-7");

    private final Upkeep upkeep = Given.bean(Upkeep.class);

    @Test
    void aMonthGoesWhenItsRollupsSayAllOfIt() {
        execute("SELECT ensure_months('1990-01-01', '1990-02-28')");
        Given.Worn worn = Given.device();
        Given.assign(worn, START.minus(Duration.ofDays(30)), null);
        // A day with many readings, one with a single one, and one in the next month.
        send(worn, 30, "99504-3", START);
        send(worn, 1, "29463-7", START.plus(Duration.ofDays(1)));
        send(worn, 1, "29463-7", START.plus(Duration.ofDays(28)));
        List<Bucket> before = buckets(worn);
        assertThat(before).hasSize(4);

        assertThat(drop(FEBRUARY.minusDays(1))).isEmpty();
        // Housekeeping may have rolled it up between the two.
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () ->
                                assertThat(turnAndDrop())
                                        .containsExactly(
                                                new Upkeep.Dropped(FEBRUARY.minusMonths(1), 31)));
        assertThat(exists("reading_row_1990_01")).isFalse();
        assertThat(exists("reading_row_1990_02")).isTrue();
        assertThat(Given.readings(worn.patient()).items()).hasSize(1);
        assertThat(buckets(worn)).isEqualTo(before);

        whatComesForItLaterIsAddedAndTheNextWaitsForItsRollups(worn);
    }

    private void whatComesForItLaterIsAddedAndTheNextWaitsForItsRollups(Given.Worn worn) {
        send(worn, 1, "29463-7", START.plus(Duration.ofDays(2)));
        Given.await(Given.bean(Rollups.class).turn());
        assertThat(buckets(worn)).hasSize(5);
        assertThat(turns(MARCH)).containsExactly(new Upkeep.Dropped(FEBRUARY, 1));
        assertThat(buckets(worn)).hasSize(5);
        assertThat(drop(MARCH)).isEmpty();
    }

    @Test
    void oldHistoryGoesByMonthTooOnceAllOfItCameLongAgo() {
        Instant old = Instant.parse("1980-05-10T00:00:00Z");
        LocalDate may = LocalDate.of(1980, 5, 1);
        Given.Worn worn = Given.device();
        Given.assign(worn, old.minus(Duration.ofDays(30)), null);
        send(worn, 30, "99504-3", old);
        send(worn, 1, "29463-7", old.plus(Duration.ofDays(1)));
        send(worn, 1, "29463-7", old.plus(Duration.ofDays(40)));
        List<Bucket> before = buckets(worn, old);
        assertThat(oldHistory(may.plusMonths(1))).isEmpty();
        assertThat(Given.readings(worn.patient()).items()).hasSize(32);

        cameLongAgo();
        assertThat(oldHistory(may.plusMonths(1))).containsExactly(new Upkeep.Dropped(may, 31));
        assertThat(Given.readings(worn.patient()).items()).hasSize(1);
        assertThat(buckets(worn, old)).isEqualTo(before);

        send(worn, 2, "99504-3", old.plusSeconds(60));
        List<Bucket> more = buckets(worn, old);
        assertThat(more).isNotEqualTo(before);
        cameLongAgo();
        assertThat(oldHistory(may.plusMonths(1))).containsExactly(new Upkeep.Dropped(may, 2));
        assertThat(Given.readings(worn.patient()).items()).hasSize(1);
        assertThat(buckets(worn, old)).isEqualTo(more);
    }

    /// What goes in two turns: the first notes what the rollups lack.
    private List<Upkeep.Dropped> oldHistory(LocalDate day) {
        List<Upkeep.Dropped> gone = new ArrayList<>();
        for (int turn = 0; turn < 2; turn++) {
            Given.await(Given.bean(Rollups.class).turn());
            gone.addAll(drop(day));
        }
        return gone;
    }

    /// And has not been looked at since.
    private static void cameLongAgo() {
        execute(
                "UPDATE reading_row SET received_at = measured_at"
                        + " WHERE measured_at BETWEEN '1980-05-01' AND '1980-06-01'");
        execute("UPDATE rollup_done SET old_whole_before = '-infinity'");
    }

    /// What is noted by the first step is rolled up before the second drops it.
    private List<Upkeep.Dropped> turns(LocalDate day) {
        assertThat(drop(day)).isEmpty();
        assertThat(exists("reading_row_1990_02")).isTrue();
        Given.await(Given.bean(Rollups.class).turn());
        return drop(day);
    }

    private List<Upkeep.Dropped> turnAndDrop() {
        Given.await(Given.bean(Rollups.class).turn());
        return drop(FEBRUARY);
    }

    private List<Upkeep.Dropped> drop(LocalDate day) {
        return Given.await(upkeep.dropBefore(day));
    }

    private static void send(Given.Worn worn, int count, String code, Instant from) {
        String unit = code.equals("29463-7") ? "kg" : "mg/dL";
        String readings =
                IntStream.range(0, count)
                        .mapToObj(
                                i ->
                                        "{\"code\":\"%s\",\"value\":%d,\"unit\":\"%s\",\"takenAt\":\"%s\"}"
                                                .formatted(
                                                        code,
                                                        60 + i,
                                                        unit,
                                                        from.plus(Duration.ofMinutes(4L * i))))
                        .collect(Collectors.joining(","));
        int there = Given.readings(worn.patient()).items().size();
        assertThat(Given.post(worn, "{\"readings\":[" + readings + "]}").statusCode())
                .isEqualTo(202);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> Given.readings(worn.patient()).items().size() == there + count);
    }

    private static List<Bucket> buckets(Given.Worn worn) {
        return buckets(worn, START);
    }

    private static List<Bucket> buckets(Given.Worn worn, Instant start) {
        return Given.await(
                Given.bean(Rollups.class)
                        .find(
                                new Rollups.Query(
                                        worn.patient(),
                                        CODES,
                                        start.minus(Duration.ofDays(3)),
                                        start.plus(Duration.ofDays(41)),
                                        Rollups.Length.HOUR,
                                        ZoneId.of("Europe/Paris"))));
    }

    private static boolean exists(String table) {
        return Given.await(
                        Given.bean(Pool.class)
                                .query("SELECT to_regclass('" + table + "') IS NOT NULL AS n")
                                .execute())
                .iterator()
                .next()
                .getBoolean("n");
    }

    private static void execute(String sql) {
        Given.await(Given.bean(Pool.class).query(sql).execute());
    }
}
