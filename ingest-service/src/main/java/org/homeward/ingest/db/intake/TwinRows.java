package org.homeward.ingest.db.intake;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeward.ingest.db.Columns;
import org.homeward.ingest.db.Keyed;
import org.homeward.ingest.db.ReadingColumns;
import org.homeward.ingest.device.Assignment;
import org.homeward.ingest.intake.BatchPlan;
import org.homeward.ingest.intake.Known;
import org.homeward.ingest.reading.Measure;
import org.homeward.ingest.reading.Reading;
import org.jspecify.annotations.Nullable;

/// The same measurement by two ways: one device (by its serial number) that sends directly and
/// through a hub. Same code, value and unit within five seconds on another way is the same reading;
/// on the same way it is another. The seconds are told by the times as they were said, or by what
/// they are without the error of each way's clock where that is known. Looked for only where a
/// device can be heard by more than one way ([AssignmentRows] says which), since the search reads
/// what the patient has around each reading. What a clinician has corrected is compared as the
/// device had said it.
final class TwinRows {
    private static final Duration APART = Duration.ofSeconds(5);

    private static final String LOCK =
            """
            SELECT pg_advisory_xact_lock(hashtextextended(s, 0))::text
            FROM (SELECT DISTINCT s FROM unnest($1::text[]) AS u (s) ORDER BY s) AS o
            """;
    private static final String FIND =
            """
            SELECT k.i AS candidate, k.h AS content, r.measured_at
            FROM unnest($1::uuid[], $2::int[], $3::timestamptz[], $4::int[], $5::text[],
                $6::text[], $7::text[], $8::int[], $9::int[], $10::bigint[], $11::int[])
              AS k (i, p, m, q, n, x, s, d, w, h, a)
            JOIN device d ON d.serial = k.s
            CROSS JOIN LATERAL (
              SELECT k.m + make_interval(secs => steady_offset(d.clock_samples) - k.a) AS put_right
            ) AS t
            JOIN reading_row r ON r.patient = k.p AND r.device = d.key
              AND utc_day(r.measured_at) IN (
                utc_day(k.m - interval '5 seconds'), utc_day(k.m + interval '5 seconds'),
                utc_day(t.put_right - interval '5 seconds'),
                utc_day(t.put_right + interval '5 seconds'))
              AND (r.measured_at BETWEEN k.m - interval '5 seconds' AND k.m + interval '5 seconds'
                OR r.measured_at BETWEEN t.put_right - interval '5 seconds'
                  AND t.put_right + interval '5 seconds')
              AND r.reading_id <> k.i
              AND (
                r.quantity = k.q AND r.value IS NOT DISTINCT FROM k.n::numeric
                  AND r.more -> 'components' IS NOT DISTINCT FROM k.x::jsonb
                OR r.version > 1 AND EXISTS (
                  SELECT FROM reading_history h
                  WHERE h.reading_id = r.reading_id AND h.measured_at = r.measured_at
                    AND (h.reading ->> 'quantity_key')::integer = k.q
                    AND (h.reading ->> 'value')::numeric IS NOT DISTINCT FROM k.n::numeric
                    AND h.reading -> 'more' -> 'components' IS NOT DISTINCT FROM k.x::jsonb))
            WHERE (r.device, r.marks >> 8) <> (k.d, k.w)
            """;

    private record Candidate(BatchPlan.Pending<Reading> pending, Assignment.Twins twins) {
        Reading reading() {
            return pending.item();
        }
    }

    private record Same(
            String serial,
            UUID patient,
            String code,
            @Nullable BigDecimal value,
            String unit,
            List<Measure> components) {}

    private TwinRows() {}

    /// Readings of the plan whose twin is stored or stands earlier in the plan.
    static Uni<Map<UUID, Known.Earlier>> find(SqlConnection c, BatchPlan plan, Keyed keys) {
        List<Candidate> candidates = new ArrayList<>();
        for (BatchPlan.Pending<Reading> pending : plan.readings()) {
            plan.twins(pending.item())
                    .ifPresent(twins -> candidates.add(new Candidate(pending, twins)));
        }
        if (candidates.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        Map<UUID, Known.Earlier> twins = within(candidates);
        String[] serials = Columns.texts(candidates, k -> k.twins().serial());
        return c.preparedQuery(LOCK)
                .execute(Tuple.tuple().addValue(serials))
                .chain(() -> c.preparedQuery(FIND).execute(values(candidates, keys)))
                .map(
                        rows -> {
                            rows.forEach(
                                    row ->
                                            twins.put(
                                                    row.getUUID("candidate"),
                                                    KnownRows.earlier(row)));
                            return twins;
                        });
    }

    private static Map<UUID, Known.Earlier> within(List<Candidate> candidates) {
        Map<Same, List<Candidate>> groups = new HashMap<>();
        Map<UUID, Known.Earlier> twins = new HashMap<>();
        for (Candidate candidate : candidates) {
            Reading reading = candidate.reading();
            List<Candidate> group = groups.computeIfAbsent(same(candidate), _ -> new ArrayList<>());
            if (group.stream().anyMatch(other -> isTwin(other, candidate))) {
                twins.put(
                        reading.id(),
                        new Known.Earlier(reading.times().measured(), reading.content()));
            } else {
                group.add(candidate);
            }
        }
        return twins;
    }

    private static Same same(Candidate candidate) {
        Reading reading = candidate.reading();
        BigDecimal value = reading.measure().value();
        return new Same(
                candidate.twins().serial(),
                reading.patientId(),
                reading.measure().code(),
                value == null ? null : value.stripTrailingZeros(),
                reading.measure().unit(),
                reading.components());
    }

    private static boolean isTwin(Candidate one, Candidate other) {
        Reading a = one.reading();
        Reading b = other.reading();
        boolean otherWay = !a.deviceId().equals(b.deviceId()) || a.path() != b.path();
        Duration said = Duration.between(a.times().measured(), b.times().measured());
        Duration putRight = said.plusSeconds((long) one.twins().ahead() - other.twins().ahead());
        return otherWay && (isNear(said) || isNear(putRight));
    }

    private static boolean isNear(Duration apart) {
        return apart.abs().compareTo(APART) <= 0;
    }

    private static Tuple values(List<Candidate> all, Keyed keys) {
        List<Reading> readings = all.stream().map(Candidate::reading).toList();
        return Tuple.tuple()
                .addValue(readings.stream().map(Reading::id).toArray(UUID[]::new))
                .addValue(Columns.whole(readings, r -> keys.patient(r.patientId())))
                .addValue(Columns.times(readings, r -> r.times().measured()))
                .addValue(Columns.whole(readings, r -> keys.quantity(r.measure())))
                .addValue(Columns.texts(readings, r -> Columns.text(r.measure().value())))
                .addValue(Columns.texts(readings, r -> ReadingColumns.components(r, keys)))
                .addValue(Columns.texts(all, k -> k.twins().serial()))
                .addValue(Columns.whole(readings, r -> keys.device(r.deviceId())))
                .addValue(Columns.whole(readings, r -> ReadingColumns.path(r.path())))
                .addValue(readings.stream().map(Reading::content).toArray(Long[]::new))
                .addValue(Columns.whole(all, k -> k.twins().ahead()));
    }
}
