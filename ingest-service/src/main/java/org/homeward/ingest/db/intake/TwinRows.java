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
import org.homeward.ingest.db.ReadingColumns;
import org.homeward.ingest.intake.BatchPlan;
import org.homeward.ingest.intake.Known;
import org.homeward.ingest.reading.Measure;
import org.homeward.ingest.reading.Reading;
import org.jspecify.annotations.Nullable;

/// The same measurement by two ways: one device (by its serial number) that sends directly and
/// through a hub. Same code, value and unit within five seconds on another way is the same reading;
/// on the same way it is another. Looked for only where a device can be heard by more than one way
/// ([AssignmentRows] says which), since the search reads what the patient has around each reading.
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
            FROM unnest($1::uuid[], $2::uuid[], $3::timestamptz[], $4::text[], $5::text[],
                $6::text[], $7::text[], $8::text[], $9::uuid[], $10::text[], $11::bigint[])
              AS k (i, p, m, c, n, u, x, s, d, w, h)
            JOIN reading r ON r.patient_id = k.p
              AND r.measured_at BETWEEN k.m - interval '5 seconds' AND k.m + interval '5 seconds'
              AND r.code = k.c AND r.value IS NOT DISTINCT FROM k.n::numeric
              AND r.unit IS NOT DISTINCT FROM k.u AND r.components IS NOT DISTINCT FROM k.x::jsonb
              AND r.reading_id <> k.i
            JOIN device d ON d.id = r.device_id AND d.serial = k.s
            WHERE (r.device_id, r.path) <> (k.d, k.w)
            """;

    private record Candidate(BatchPlan.Pending<Reading> pending, String serial) {
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
    static Uni<Map<UUID, Known.Earlier>> find(SqlConnection c, BatchPlan plan) {
        List<Candidate> candidates = new ArrayList<>();
        for (BatchPlan.Pending<Reading> pending : plan.readings()) {
            plan.serial(pending.item())
                    .ifPresent(serial -> candidates.add(new Candidate(pending, serial)));
        }
        if (candidates.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        Map<UUID, Known.Earlier> twins = within(candidates);
        String[] serials = Columns.texts(candidates, Candidate::serial);
        return c.preparedQuery(LOCK)
                .execute(Tuple.tuple().addValue(serials))
                .chain(() -> c.preparedQuery(FIND).execute(values(candidates)))
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
        Map<Same, List<Reading>> groups = new HashMap<>();
        Map<UUID, Known.Earlier> twins = new HashMap<>();
        for (Candidate candidate : candidates) {
            Reading reading = candidate.reading();
            List<Reading> group = groups.computeIfAbsent(same(candidate), _ -> new ArrayList<>());
            if (group.stream().anyMatch(other -> isTwin(other, reading))) {
                twins.put(
                        reading.id(),
                        new Known.Earlier(reading.times().measured(), reading.content()));
            } else {
                group.add(reading);
            }
        }
        return twins;
    }

    private static Same same(Candidate candidate) {
        Reading reading = candidate.reading();
        BigDecimal value = reading.measure().value();
        return new Same(
                candidate.serial(),
                reading.patientId(),
                reading.measure().code(),
                value == null ? null : value.stripTrailingZeros(),
                reading.measure().unit(),
                reading.components());
    }

    private static boolean isTwin(Reading one, Reading other) {
        Duration apart = Duration.between(one.times().measured(), other.times().measured()).abs();
        boolean otherWay = !one.deviceId().equals(other.deviceId()) || one.path() != other.path();
        return otherWay && apart.compareTo(APART) <= 0;
    }

    private static Tuple values(List<Candidate> all) {
        return Tuple.tuple()
                .addValue(all.stream().map(k -> k.reading().id()).toArray(UUID[]::new))
                .addValue(all.stream().map(k -> k.reading().patientId()).toArray(UUID[]::new))
                .addValue(Columns.times(all, k -> k.reading().times().measured()))
                .addValue(Columns.texts(all, k -> k.reading().measure().code()))
                .addValue(Columns.texts(all, k -> Columns.text(k.reading().measure().value())))
                .addValue(Columns.texts(all, k -> Columns.orNull(k.reading().measure().unit())))
                .addValue(Columns.texts(all, k -> ReadingColumns.components(k.reading())))
                .addValue(Columns.texts(all, Candidate::serial))
                .addValue(all.stream().map(k -> k.reading().deviceId()).toArray(UUID[]::new))
                .addValue(Columns.texts(all, k -> k.reading().path().name()))
                .addValue(all.stream().map(k -> k.reading().content()).toArray(Long[]::new));
    }
}
