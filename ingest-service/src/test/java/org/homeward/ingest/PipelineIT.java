package org.homeward.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.homeward.events.Decimals;
import org.homeward.events.EventType;
import org.homeward.events.Topics;
import org.homeward.events.Uuids;
import org.homeward.events.v1.CareTeamChanged;
import org.homeward.events.v1.DeviceEventKind;
import org.homeward.events.v1.ReadingRecorded;
import org.homeward.ingest.clock.ClockStore;
import org.homeward.ingest.correction.ChangeReadings;
import org.homeward.ingest.correction.Said;
import org.homeward.ingest.intake.RecordReadings;
import org.homeward.ingest.intake.ReleaseQuarantine;
import org.homeward.ingest.kafka.Replay;
import org.homeward.ingest.reading.Reading;
import org.homeward.ingest.reading.Refusal;
import org.homeward.kit.test.Topic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@IngestTest
class PipelineIT {
    private static final Instant NOW = Given.now();

    @AfterEach
    void nothingIsUnaccountedFor() {
        long items = sum(Accounts.Partition::items);
        assertThat(sum(Accounts.Partition::unaccounted)).isZero();
        assertThat(items).isPositive();
    }

    @Test
    void theSameReadingSentAgainIsStoredOnceAndToldAgain() {
        Given.Worn device = Given.worn();
        Given.post(device, Given.pulse("72", NOW));
        awaiting(() -> assertThat(published(device)).hasSize(1));
        assertThat(Given.post(device, Given.pulse("72", NOW)).statusCode()).isEqualTo(202);
        awaiting(() -> assertThat(published(device)).hasSize(2));
        assertThat(Given.readings(device.patient()).items()).hasSize(1);
        assertThat(published(device)).extracting(ReadingRecorded::getVersion).containsExactly(1, 1);
    }

    @Test
    void theSameMessageWithOtherContentIsAConflictAndTheFirstStays() {
        Given.Worn device = Given.worn();
        assertThat(Given.post(device, message("m-1", "72", NOW)).statusCode()).isEqualTo(202);
        Instant later = NOW.plusSeconds(60);
        assertThat(Given.post(device, message("m-1", "99", later)).statusCode()).isEqualTo(202);
        awaiting(
                () ->
                        assertThat(Given.told(device.patient()))
                                .contains(DeviceEventKind.DEVICE_EVENT_KIND_CONFLICT));
        assertThat(Given.readings(device.patient()).items())
                .singleElement()
                .satisfies(r -> assertThat(r.measure().value()).isEqualByComparingTo("72"));
        assertThat(Given.refusals(device).items())
                .singleElement()
                .satisfies(r -> assertThat(r.reasons()).containsExactly("CONFLICT"));
    }

    private static String message(String id, String value, Instant at) {
        return Given.pulse(value, at).replace("\"code\"", "\"id\":\"" + id + "\",\"code\"");
    }

    @Test
    void whatWasVoidedIsKnownAgainLongAfterItsMessageWouldBeForgotten() {
        Given.Worn device = Given.worn();
        Instant reset = Instant.parse("1970-01-01T00:10:00Z");
        Given.post(device, message("m-2", "72", reset));
        awaiting(() -> assertThat(Given.readings(device.patient()).items()).hasSize(1));
        UUID reading = Given.readings(device.patient()).items().getFirst().id();
        Said said = new Said("me", "nurse", NOW, "");
        Given.await(Given.bean(ChangeReadings.class).voidReading(device.patient(), reading, said));
        Pool pool = Given.bean(Pool.class);
        String old =
                "UPDATE message SET received_at = now() - interval '1 year' WHERE reading_id = $1";
        Given.await(pool.preparedQuery(old).execute(Tuple.of(reading)));
        Given.await(Given.bean(Upkeep.class).tidy());
        Given.post(device, message("m-2", "72", reset));
        Given.post(device, Given.pulse("73", NOW));
        await(() -> Given.readings(device.patient()).items().stream().anyMatch(r -> is(r, "73")));
        assertThat(Given.readings(device.patient()).items()).hasSize(1);
    }

    private static boolean is(Reading reading, String value) {
        return String.valueOf(reading.measure().value()).equals(value);
    }

    @Test
    void recordsThatCannotBeReadAreKeptAndThePartitionMovesOn() {
        Given.Worn device = Given.worn();
        byte[] key = Uuids.toKey(device.device());
        byte[] garbage = "garbage".getBytes(StandardCharsets.UTF_8);
        long before = refused("UNREADABLE") + refused("UNKNOWN_EVENT") + refused("NULL_KEY");
        Topic.put(EventType.TELEMETRY_RECEIVED, device.device(), garbage);
        Topic.put(new ProducerRecord<>(Topics.TELEMETRY, key, garbage));
        for (int partition = 0; partition < 3; partition++) {
            Topic.put(new ProducerRecord<>(Topics.TELEMETRY, partition, null, garbage));
        }
        Given.post(device, Given.pulse("72", NOW));
        awaiting(() -> assertThat(Given.readings(device.patient()).items()).hasSize(1));
        awaiting(
                () ->
                        assertThat(
                                        refused("UNREADABLE")
                                                + refused("UNKNOWN_EVENT")
                                                + refused("NULL_KEY"))
                                .isEqualTo(before + 5));
    }

    @Test
    void careThatCannotBeReadOrStoredIsKeptAndTheNextIsLearned() {
        Given.Worn device = Given.worn();
        UUID patient = device.patient();
        EventType type = EventType.CARE_TEAM_CHANGED;
        Topic.put(type, patient, "\7garbage".getBytes(StandardCharsets.UTF_8));
        Topic.put(type, patient, ended(UUID.randomUUID(), "discharged").toByteArray());
        Topic.put(type, patient, ended(patient, "dis\0charged").toByteArray());
        Topic.put(type, patient, ended(patient, "discharged").toByteArray());
        awaiting(
                () ->
                        assertThat(Topic.of(Topics.DEAD_LETTERS, patient))
                                .extracting(PipelineIT::why)
                                .containsExactly(
                                        "UNREADABLE", "KEY_IS_NOT_THE_PATIENT", "STORE_REFUSED"));
        awaiting(
                () ->
                        assertThat(deadLetters())
                                .filteredOn(r -> r.detail().contains("topic=care-teams"))
                                .filteredOn(r -> r.detail().contains("error-class="))
                                .hasSizeGreaterThanOrEqualTo(3));
        awaiting(
                () -> {
                    Given.post(device, Given.pulse("72", Given.now()));
                    assertThat(Given.refusals(device).items())
                            .flatExtracting(Refusal::reasons)
                            .contains("PATIENT_DISCHARGED");
                });
    }

    private static CareTeamChanged ended(UUID patient, String monitoring) {
        return CareTeamChanged.newBuilder()
                .setPatientId(Uuids.toBytes(patient))
                .setVersion(1)
                .setMonitoring(monitoring)
                .setEndedAt(Decimals.toWire(NOW.minusSeconds(3600)))
                .build();
    }

    private static String why(ConsumerRecord<byte[], byte[]> letter) {
        return new String(
                letter.headers().lastHeader("error-class").value(), StandardCharsets.UTF_8);
    }

    private static List<Refusal> deadLetters() {
        return Given.refusals(null, "DEAD_LETTER");
    }

    @Test
    void whatOtherServicesSetAsideIsKeptAmongTheRefusals() {
        byte[] value = UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);
        ProducerRecord<byte[], byte[]> letter =
                new ProducerRecord<>(Topics.DEAD_LETTERS, null, value);
        letter.headers().add("topic", Topics.ALERTS.getBytes(StandardCharsets.UTF_8));
        letter.headers().add("error-class", "NO_KEY".getBytes(StandardCharsets.UTF_8));
        Topic.put(letter);
        awaiting(
                () ->
                        assertThat(deadLetters())
                                .filteredOn(r -> java.util.Arrays.equals(r.payload(), value))
                                .singleElement()
                                .satisfies(
                                        r ->
                                                assertThat(r.detail())
                                                        .contains(
                                                                "topic=alerts",
                                                                "error-class=NO_KEY")));
    }

    private static long refused(String reason) {
        return Given.refusals(null, reason).size();
    }

    @Test
    void nobodysReadingsWaitAndComeIntoTheChartOnAssignment() {
        Given.Worn device = Given.device();
        Given.post(device, Given.pulse("72", NOW));
        Given.post(device, Given.pulse("72", NOW));
        Given.post(device, Given.pulse("74", NOW.plusSeconds(1)));
        await(() -> sum(Accounts.Partition::quarantined) >= 2);
        assertThat(published(device)).isEmpty();
        Given.assign(device, NOW.minusSeconds(3600), null);
        awaiting(() -> assertThat(Given.readings(device.patient()).items()).hasSize(2));
        awaiting(() -> assertThat(published(device)).hasSize(2));
    }

    @Test
    void afterTheEndOfCareReadingsAreRefusedAndHistoryIsNot() {
        Given.Worn device = Given.worn();
        CareTeamChanged ended = ended(device.patient(), "deceased");
        Topic.put(EventType.CARE_TEAM_CHANGED, device.patient(), ended.toByteArray());
        awaiting(
                () -> {
                    Given.post(device, Given.pulse("72", Given.now()));
                    assertThat(Given.told(device.patient()))
                            .contains(DeviceEventKind.DEVICE_EVENT_KIND_DISCHARGED_PATIENT);
                });
        int before = Given.readings(device.patient()).items().size();
        Given.post(device, Given.pulse("70", NOW.minus(Duration.ofDays(30))));
        awaiting(() -> assertThat(Given.readings(device.patient()).items()).hasSize(before + 1));
    }

    @Test
    void takingOldOffsetsAgainTellsAgainAndCountsNothingTwice() {
        Given.Worn device = Given.worn();
        Given.post(device, Given.pulse("72", NOW));
        Given.post(device, message("m-9", "73", NOW));
        awaiting(() -> assertThat(published(device)).hasSize(2));
        long items = sum(Accounts.Partition::items);
        List<ConsumerRecord<byte[], byte[]>> old = Topic.of(Topics.TELEMETRY, device.device());
        Given.await(Given.bean(Replay.class).take(records(old)));
        awaiting(() -> assertThat(published(device)).hasSize(4));
        assertThat(Given.readings(device.patient()).items()).hasSize(2);
        assertThat(sum(Accounts.Partition::items)).isEqualTo(items);
    }

    @Test
    void whatTheStoreCanNeverTakeIsSetAsideAloneAndTheOthersAreStored() {
        Given.Worn device = Given.worn();
        UUID bad = UUID.randomUUID();
        Given.await(
                Given.bean(RecordReadings.class)
                        .record(Replay.withUnstorable(device.device(), bad, NOW)));
        assertThat(Given.stored(bad)).isEmpty();
        assertThat(Given.readings(device.patient()).items()).hasSize(2);
        assertThat(Given.refusals(device).items())
                .singleElement()
                .satisfies(r -> assertThat(r.reasons()).containsExactly("STORE_REFUSED"));
    }

    @Test
    void whatIsRefusedTwiceInOneBatchStopsNothing() {
        Given.Worn device = Given.worn();
        UUID id = UUID.randomUUID();
        Given.await(
                Given.bean(RecordReadings.class)
                        .record(Replay.withConflictTwice(device.device(), id, NOW)));
        assertThat(Given.readings(device.patient()).items()).hasSize(1);
        assertThat(Given.refusals(device).items())
                .singleElement()
                .satisfies(r -> assertThat(r.reasons()).containsExactly("CONFLICT"));
    }

    @Test
    void whatStaysNobodysGoesOnWaiting() {
        Given.Worn device = Given.device();
        Instant then = NOW.minus(Duration.ofDays(100));
        ClockStore.Told reset = new ClockStore.Told(device.device(), -100 * 86_400, true, NOW);
        Given.await(Given.bean(ClockStore.class).tell(List.of(reset)));
        Given.assign(device, then.minusSeconds(60), then.plusSeconds(60));
        Given.post(device, Given.pulse("72", then));
        awaiting(() -> assertThat(waiting(device)).isEqualTo(1));
        Given.await(Given.bean(ReleaseQuarantine.class).release());
        assertThat(waiting(device)).isEqualTo(1);
        assertThat(Given.readings(device.patient()).items()).isEmpty();
    }

    private static long waiting(Given.Worn device) {
        return Given.await(
                        Given.bean(Pool.class)
                                .preparedQuery(
                                        "SELECT count(*) FROM quarantine"
                                                + " WHERE device_id = $1 AND released_at IS NULL")
                                .execute(Tuple.of(device.device())))
                .iterator()
                .next()
                .getLong(0);
    }

    @Test
    void whatWeFailOnIsSetAsideAloneAndTheOthersAreStored() {
        Given.Worn device = Given.worn();
        UUID bad = UUID.randomUUID();
        Given.await(
                Given.bean(RecordReadings.class)
                        .record(Replay.withUnplannable(device.device(), bad, NOW)));
        assertThat(Given.stored(bad)).isEmpty();
        assertThat(Given.readings(device.patient()).items()).hasSize(2);
        assertThat(Given.refusals(device).items())
                .singleElement()
                .satisfies(r -> assertThat(r.reasons()).containsExactly("INTERNAL_FAULT"));
        assertThat(Given.told(device.patient()))
                .containsExactly(DeviceEventKind.DEVICE_EVENT_KIND_PROCESSING_FAULT);
    }

    private static ConsumerRecords<byte[], byte[]> records(
            List<ConsumerRecord<byte[], byte[]>> old) {
        ConsumerRecord<byte[], byte[]> first = old.getFirst();
        TopicPartition partition = new TopicPartition(first.topic(), first.partition());
        return new ConsumerRecords<>(java.util.Map.of(partition, old), java.util.Map.of());
    }

    private static List<ReadingRecorded> published(Given.Worn device) {
        return Topic.of(Topics.READINGS, device.patient()).stream()
                .map(PipelineIT::recorded)
                .toList();
    }

    private static ReadingRecorded recorded(ConsumerRecord<byte[], byte[]> record) {
        try {
            return ReadingRecorded.parseFrom(record.value());
        } catch (com.google.protobuf.InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long sum(java.util.function.ToLongFunction<Accounts.Partition> column) {
        return Given.await(Given.bean(Accounts.class).conservation()).stream()
                .mapToLong(column)
                .sum();
    }

    private static void await(java.util.concurrent.Callable<Boolean> condition) {
        org.awaitility.Awaitility.await().atMost(Duration.ofSeconds(20)).until(condition);
    }

    private static void awaiting(org.awaitility.core.ThrowingRunnable assertion) {
        org.awaitility.Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(assertion);
    }
}
