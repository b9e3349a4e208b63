package org.homeward.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.homeward.ingest.http.Gateway.as;

import com.google.protobuf.InvalidProtocolBufferException;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.homeward.events.Decimals;
import org.homeward.events.EventType;
import org.homeward.events.Topics;
import org.homeward.events.Uuids;
import org.homeward.events.v1.ReadingRecorded;
import org.homeward.ingest.Accounts;
import org.homeward.ingest.Given;
import org.homeward.ingest.correction.ChangeReadings;
import org.homeward.ingest.correction.Said;
import org.homeward.ingest.reading.Reading;
import org.homeward.ingest.registry.CareRegistry;
import org.homeward.kit.kafka.DeadLetter;
import org.homeward.kit.test.Topic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What was refused is looked for and goes through its door again; [InternalApiIT] runs it.
interface RedriveRoutes {
    String REFUSALS = "/internal/v1/refusals";
    Instant MEASURED = Instant.ofEpochSecond(Given.now().getEpochSecond() - 600);

    @Test
    default void whatAProfileWasMissingForIsStoredUnderItsFirstTimes() {
        Given.Worn device = Given.worn();
        String pack =
                "[{\"bn\":\"urn:dev:1:\",\"bt\":%d,\"n\":\"spo2\",\"v\":97},{\"n\":\"hr\",\"v\":72}]"
                        .formatted(MEASURED.getEpochSecond());
        byte[] body = pack.getBytes(StandardCharsets.UTF_8);
        assertThat(Given.post(device, body, "application/senml+json").statusCode()).isEqualTo(422);
        List<String> ids = refusals(device, 2);
        Instant received = received(device);
        assertThat(redrive(ids.get(0)).getString("outcome")).isEqualTo("refused");
        assertThat(Given.readings(device.patient()).items()).isEmpty();

        Given.profile(device);
        ids.forEach(id -> assertThat(redrive(id).getString("outcome")).isEqualTo("accepted"));
        List<Reading> stored = stored(device, 2);
        assertThat(stored)
                .allSatisfy(r -> assertThat(r.times().measured()).isEqualTo(MEASURED))
                .allSatisfy(r -> assertThat(r.times().received()).isEqualTo(received));

        int told = Topic.of(Topics.TELEMETRY, device.device()).size();
        JsonPath again = redrive(ids.get(0));
        assertThat(again.getString("outcome")).isEqualTo("accepted");
        assertThat(again.getString("redrivenBy")).isEqualTo("person-1");
        assertThat(Topic.of(Topics.TELEMETRY, device.device())).hasSize(told);
        assertThat(unaccounted()).isZero();
    }

    @Test
    default void allOfAFilterGoAgainAsAJobAndWhatCannotIsSkipped() {
        Given.Worn device = Given.worn();
        care(device.patient(), 1, MEASURED.minusSeconds(3600));
        Given.post(device, Given.pulse("72", MEASURED));
        Given.post(device, Given.pulse("73", MEASURED.plusSeconds(1)));
        refusals(device, 2);
        care(device.patient(), 2, null);
        Given.post(device, Given.pulse("74", MEASURED.plusSeconds(2)));
        Given.post(device, Given.pulse("75", MEASURED.plusSeconds(2)));
        assertThat(refusals(device, 3)).hasSize(3);

        Response job =
                as("device-admin")
                        .body("{\"deviceId\":\"" + device.device() + "\"}")
                        .post("/internal/v1/refusal-redrives");
        assertThat(job.statusCode()).as(job.asString()).isEqualTo(202);
        assertThat(job.jsonPath().getInt("total")).isEqualTo(3);
        String path = "/internal/v1/refusal-redrives/" + job.jsonPath().getString("id");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> as("device-admin").get(path).asString().contains("\"finished\""));
        JsonPath done = as("device-admin").get(path).jsonPath();
        assertThat(done.getInt("accepted")).isEqualTo(2);
        assertThat(done.getInt("skipped")).isEqualTo(1);
        stored(device, 3);
        assertThat(unaccounted()).isZero();
    }

    @Test
    default void refusalsAreFoundByTimeAndText() {
        Given.Worn device = Given.worn();
        Given.post(device, Given.pulse("72", MEASURED).replace("8867-4", "1-8"));
        Given.post(device, "{garbage");
        refusals(device, 2);
        String all = REFUSALS + "?deviceId=" + device.device();
        assertThat(items(all + "&text=READINGS[0].code")).hasSize(1);
        assertThat(items(all + "&text=readings[1]")).isEmpty();
        assertThat(items(all + "&from=" + Instant.now().plusSeconds(60))).isEmpty();
        assertThat(items(all + "&to=" + Instant.now().minusSeconds(600))).isEmpty();
        assertThat(items(all + "&reason=UNREADABLE&from=" + MEASURED)).hasSize(1);
        assertThat(as("device-admin").get(all + "&from=yesterday").statusCode()).isEqualTo(400);
    }

    @Test
    default void aDeadLetterGoesToItsTopicAgainUnlessItsReadingIsAnotherNow() {
        Given.Worn device = Given.worn();
        Given.post(device, Given.pulse("72", MEASURED));
        ConsumerRecord<byte[], byte[]> told = told(device, 1);
        assertThat(redrive(letter(told)).getString("outcome")).isEqualTo("accepted");
        ConsumerRecord<byte[], byte[]> again = told(device, 2);
        assertThat(again.headers()).isEqualTo(told.headers());
        assertThat(again.timestamp()).isGreaterThan(told.timestamp());
        ReadingRecorded late = recorded(again);
        assertThat(Decimals.fromWire(late.getAttributedAt()).toEpochMilli())
                .isEqualTo(again.timestamp());
        assertThat(late.toBuilder().clearAttributedAt().build()).isEqualTo(recorded(told));

        UUID reading = stored(device, 1).getFirst().id();
        Said said = new Said("me", "nurse", Given.now(), "");
        UUID patient = device.patient();
        Given.await(Given.bean(ChangeReadings.class).voidReading(patient, reading, said));
        JsonPath superseded = redrive(letter(told));
        assertThat(superseded.getString("outcome")).isEqualTo("refused");
        assertThat(superseded.getString("outcomeDetail")).startsWith("SUPERSEDED");
        ConsumerRecord<byte[], byte[]> gone = told(device, 3);
        assertThat(redrive(letter(gone)).getString("outcome")).isEqualTo("accepted");
        assertThat(told(device, 4).value()).isEqualTo(gone.value());
    }

    private static ReadingRecorded recorded(ConsumerRecord<byte[], byte[]> record) {
        try {
            return ReadingRecorded.parseFrom(record.value());
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    default void deadLettersOfOthersTopicsAndWhatIsNoEventAreNotSentAgain() {
        ConsumerRecord<byte[], byte[]> none =
                new ConsumerRecord<>(Topics.READINGS, 0, 0, new byte[36], new byte[] {7});
        assertThat(redrive(letter(none)).getString("outcomeDetail")).startsWith("NO_EVENT");
        UUID device = UUID.randomUUID();
        ConsumerRecord<byte[], byte[]> empty =
                new ConsumerRecord<>(Topics.DEVICE_EVENTS, 0, 0, Uuids.toKey(device), null);
        EventType.DEVICE_EVENT
                .headers(device, "/test", Instant.EPOCH)
                .forEach(empty.headers()::add);
        assertThat(redrive(letter(empty)).getString("outcomeDetail"))
                .isEqualTo("NO_EVENT: it has no value");
        assertThat(Topic.of(Topics.DEVICE_EVENTS, device)).isEmpty();
        String alert = letter(new ConsumerRecord<>(Topics.ALERTS, 0, 0, new byte[36], new byte[0]));
        Response answer = as("device-admin").post(REFUSALS + "/" + alert + "/redrive");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.asString()).contains("NOT_REDRIVABLE");
    }

    /// The refusal that stands for a record that somebody sets aside.
    private static String letter(ConsumerRecord<byte[], byte[]> record) {
        String reason = UUID.randomUUID().toString();
        Topic.put(DeadLetter.record(record, reason));
        String path = REFUSALS + "?reason=DEAD_LETTER&text=" + reason;
        await().atMost(Duration.ofSeconds(20)).until(() -> items(path).size() == 1);
        return as("device-admin").get(path).jsonPath().getString("items[0].id");
    }

    /// The last of so many records about the device's patient.
    private static ConsumerRecord<byte[], byte[]> told(Given.Worn device, int count) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> Topic.of(Topics.READINGS, device.patient()).size() == count);
        return Topic.of(Topics.READINGS, device.patient()).getLast();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nurse", "ops-admin", "auditor"})
    default void onlyTheDeviceDeskSendsAgain(String role) {
        String one = REFUSALS + "/" + UUID.randomUUID() + "/redrive";
        assertThat(as(role).post(one).statusCode()).isEqualTo(403);
        assertThat(as(role).body("{}").post("/internal/v1/refusal-redrives").statusCode())
                .isEqualTo(403);
        assertThat(as("device-admin").post(one).statusCode()).isEqualTo(404);
        assertThat(as("device-admin").body("{}").post("/internal/v1/refusal-redrives").statusCode())
                .isEqualTo(422);
    }

    private static JsonPath redrive(String id) {
        Response answer = as("device-admin").post(REFUSALS + "/" + id + "/redrive");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.jsonPath();
    }

    private static List<String> refusals(Given.Worn device, int count) {
        String path = REFUSALS + "?deviceId=" + device.device();
        await().atMost(Duration.ofSeconds(20)).until(() -> items(path).size() == count);
        return as("device-admin").get(path).jsonPath().getList("items.id");
    }

    private static List<Object> items(String path) {
        return as("device-admin").get(path).jsonPath().getList("items");
    }

    private static Instant received(Given.Worn device) {
        return Given.refusals(device).items().getFirst().received();
    }

    private static List<Reading> stored(Given.Worn device, int count) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> Given.readings(device.patient()).items().size() == count);
        return Given.readings(device.patient()).items();
    }

    private static void care(UUID patient, long version, Instant ended) {
        Given.await(
                Given.bean(CareRegistry.class)
                        .apply(List.of(new CareRegistry.Care(patient, version, "x", ended))));
    }

    private static long unaccounted() {
        return Given.await(Given.bean(Accounts.class).conservation()).stream()
                .mapToLong(Accounts.Partition::unaccounted)
                .sum();
    }
}
