package org.homeward.ingest.db.attribution;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.homeward.events.EventType;
import org.homeward.events.Topics;
import org.homeward.ingest.Given;
import org.homeward.ingest.attribution.AssignmentStore;
import org.homeward.ingest.attribution.CorrectAssignments;
import org.homeward.ingest.attribution.Correction;
import org.homeward.ingest.reading.Reading;
import org.homeward.ingest.registry.Directory;
import org.homeward.ingest.rollup.Bucket;
import org.homeward.ingest.rollup.Rollups;
import org.homeward.kit.test.Topic;

/// A device that was given to the wrong one of two patients, three days ago at midnight.
record Swapped(Given.Worn wrong, Given.Worn right, UUID assignment) {
    static final Instant SINCE = Given.now().truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(3));

    static Swapped given() {
        Given.Worn wrong = Given.device();
        Given.assign(wrong, SINCE, null);
        UUID assignment =
                Given.await(Given.bean(Directory.class).find(wrong.device()))
                        .orElseThrow()
                        .assignments()
                        .getFirst()
                        .id();
        Given.Worn right = new Given.Worn(wrong.device(), wrong.token(), UUID.randomUUID());
        return new Swapped(wrong, right, assignment);
    }

    /// Sends a pulse measured some hours after the device was given.
    Swapped sends(String value, int hours) {
        Given.post(wrong, Given.pulse(value, SINCE.plus(Duration.ofHours(hours))));
        return this;
    }

    /// Sends a weight measured some hours after the device was given.
    Swapped weighs(String kg, int hours) {
        Given.post(wrong, weight(kg, hours));
        return this;
    }

    static String weight(String kg, int hours) {
        return "{\"readings\":[{\"code\":\"29463-7\",\"value\":%s,\"unit\":\"kg\",\"takenAt\":\"%s\"}]}"
                .formatted(kg, SINCE.plus(Duration.ofHours(hours)));
    }

    /// A pulse each minute from when the device was given.
    Swapped sendsMany(int readings) {
        String body =
                IntStream.range(0, readings)
                        .mapToObj(n -> Given.reading("72", SINCE.plusSeconds(60L * n)))
                        .collect(Collectors.joining(",", "{\"readings\":[", "]}"));
        Given.post(wrong, body);
        return this;
    }

    /// How many pulses the first day's buckets count.
    int pulses(Given.Worn worn) {
        Rollups.Query query =
                new Rollups.Query(
                        worn.patient(),
                        List.of("8867-4"),
                        SINCE,
                        SINCE.plus(Duration.ofDays(1)),
                        Rollups.Length.DAY,
                        ZoneOffset.UTC);
        return Given.await(Given.bean(Rollups.class).find(query)).stream()
                .mapToInt(Bucket::count)
                .sum();
    }

    Correction correction(int version, Correction.Change change) {
        Correction.Word word = new Correction.Word("somebody", Given.now(), "swapped");
        return new Correction(wrong.device(), assignment, version, change, word);
    }

    Correction toTheRightOne() {
        return correction(1, new Correction.Patch(right.patient(), null, false, null));
    }

    AssignmentStore.Outcome corrects(Correction correction) {
        return Given.await(Given.bean(CorrectAssignments.class).correct(correction));
    }

    /// A batch that has read the assignment as it is, and writes when it may be another.
    CompletableFuture<Integer> decidesNowAndWritesAfter(CompletableFuture<Void> goOn) {
        UUID one = chart(wrong).getFirst().id();
        CompletableFuture<Void> begun = new CompletableFuture<>();
        CompletableFuture<Integer> written =
                Given.bean(Pool.class)
                        .withTransaction(
                                c ->
                                        c.query("SELECT pg_current_xact_id()::text")
                                                .execute()
                                                .invoke(() -> begun.complete(null))
                                                .chain(() -> Uni.createFrom().completionStage(goOn))
                                                .chain(() -> write(c, one)))
                        .map(rows -> rows.rowCount())
                        .subscribeAsCompletionStage();
        begun.join();
        return written;
    }

    private static Uni<RowSet<Row>> write(SqlConnection c, UUID one) {
        String another =
                """
                INSERT INTO reading_row
                SELECT measured_at - interval '1 minute', received_at, gen_random_uuid(), patient,
                  device, content, recorded_ms, quantity, version, marks, offset_minutes, value, more
                FROM reading_row WHERE reading_id = $1
                """;
        return c.preparedQuery(another).execute(Tuple.of(one));
    }

    static List<Reading> chart(Given.Worn worn) {
        return Given.readings(worn.patient()).items();
    }

    static void chartHas(Given.Worn worn, int readings) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> chart(worn).size() == readings);
    }

    static List<Message> told(Given.Worn worn) {
        return Topic.of(Topics.READINGS, worn.patient()).stream().map(Swapped::event).toList();
    }

    private static Message event(ConsumerRecord<byte[], byte[]> record) {
        try {
            return EventType.of(record.headers()).orElseThrow().parse(record.value());
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }

    /// How many rows a query finds that has the device's id as its only parameter.
    int count(String sql) {
        return Given.await(
                        Given.bean(Pool.class).preparedQuery(sql).execute(Tuple.of(wrong.device())))
                .size();
    }
}
