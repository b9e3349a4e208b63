package org.homeward.gateway.worklist;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.homeward.events.Decimals;
import org.homeward.events.v1.ReadingRecorded;
import org.homeward.events.v1.ReadingVoided;
import org.homeward.gateway.projection.Event.Known;
import org.jspecify.annotations.Nullable;

/// When each patient measured last: the newest reading, and the one before it once that is void.
final class LastReadings {
    private static final String RECORDED =
            "insert into patient_row as p (patient_id, last_reading_at)"
                    + " select * from unnest($1::uuid[], $2::timestamptz[])"
                    + " on conflict (patient_id) do update set last_reading_at = excluded.last_reading_at"
                    + " where p.last_reading_at is null or p.last_reading_at < excluded.last_reading_at";
    private static final String VOIDED =
            "update patient_row set last_reading_at = $3 where patient_id = $1 and last_reading_at = $2";

    private final SqlConnection connection;
    private final SortedMap<UUID, Instant> latest = new TreeMap<>();
    private Uni<Void> chain = Uni.createFrom().voidItem();

    private LastReadings(SqlConnection connection) {
        this.connection = connection;
    }

    static Uni<Void> apply(SqlConnection connection, List<Known> events) {
        LastReadings readings = new LastReadings(connection);
        events.forEach(readings::take);
        readings.flush();
        return readings.chain;
    }

    private void take(Known event) {
        switch (event.message()) {
            case ReadingRecorded reading -> {
                Instant at = Decimals.fromWire(reading.getMeasuredAt());
                latest.merge(event.key(), at, (a, b) -> a.isAfter(b) ? a : b);
            }
            case ReadingVoided voided -> {
                // A release that names no codes does not say either which reading is left.
                if (voided.getCodesCount() > 0) {
                    flush();
                    withdraw(event.key(), voided);
                }
            }
            default -> {}
        }
    }

    private void withdraw(UUID patient, ReadingVoided voided) {
        OffsetDateTime gone = time(Decimals.fromWire(voided.getMeasuredAt()));
        @Nullable OffsetDateTime left =
                voided.hasNewestMeasuredAt()
                        ? time(Decimals.fromWire(voided.getNewestMeasuredAt()))
                        : null;
        chain =
                chain.chain(
                        () ->
                                connection
                                        .preparedQuery(VOIDED)
                                        .execute(Tuple.of(patient, gone, left))
                                        .replaceWithVoid());
    }

    private void flush() {
        if (latest.isEmpty()) {
            return;
        }
        Tuple values =
                Tuple.of(
                        latest.keySet().toArray(UUID[]::new),
                        latest.values().stream()
                                .map(LastReadings::time)
                                .toArray(OffsetDateTime[]::new));
        latest.clear();
        chain =
                chain.chain(
                        () -> connection.preparedQuery(RECORDED).execute(values).replaceWithVoid());
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
