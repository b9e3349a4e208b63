package org.homeward.ingest;

import static io.restassured.RestAssured.given;

import com.google.protobuf.InvalidProtocolBufferException;
import io.restassured.response.Response;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.spi.CDI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.homeward.events.Topics;
import org.homeward.events.v1.DeviceEvent;
import org.homeward.events.v1.DeviceEventKind;
import org.homeward.ingest.device.Device;
import org.homeward.ingest.hub.AuthoriseHubs;
import org.homeward.ingest.hub.HubRegistry.Authorisation;
import org.homeward.ingest.profile.KeepProfiles;
import org.homeward.ingest.profile.Profile;
import org.homeward.ingest.reading.Reading;
import org.homeward.ingest.reading.Refusal;
import org.homeward.ingest.redrive.KeptRefusal;
import org.homeward.ingest.redrive.RefusalFilter;
import org.homeward.ingest.redrive.Refusals;
import org.homeward.ingest.registry.DeviceRegistry;
import org.homeward.ingest.registry.RegisterDevices;
import org.homeward.kit.test.Topic;
import org.jspecify.annotations.Nullable;

/// The scene of a test: devices, patients, posts, and a look into the store.
public final class Given {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Given() {}

    /// A registered device, worn by a patient if there is one.
    public record Worn(UUID device, String token, UUID patient) {}

    public static Worn device() {
        return device(null);
    }

    public static Worn device(@Nullable String serial) {
        RegisterDevices.Registered registered =
                await(
                        bean(RegisterDevices.class)
                                .register(
                                        new Device.Description("test", null, null, serial, null),
                                        "test"));
        return new Worn(registered.id(), registered.token(), UUID.randomUUID());
    }

    public static Worn worn() {
        Worn device = device();
        assign(device, Instant.now().minus(3650, ChronoUnit.DAYS), null);
        return device;
    }

    public static void assign(Worn device, Instant from, @Nullable Instant until) {
        await(
                bean(RegisterDevices.class)
                        .assign(
                                new DeviceRegistry.NewAssignment(
                                        UUID.randomUUID(),
                                        device.device(),
                                        device.patient(),
                                        from,
                                        until,
                                        "test")));
    }

    /// Lets a hub speak for a device; returns what to end it by.
    public static UUID actsFor(Worn hub, Worn device) {
        Instant from = Instant.now().minusSeconds(60);
        Authorisation wanted =
                new Authorisation(
                        UUID.randomUUID(), hub.device(), device.device(), from, null, from, "desk");
        await(bean(AuthoriseHubs.class).authorise(wanted));
        return wanted.id();
    }

    /// Gives a device a profile in which `spo2` is a saturation in percent, `hr` a pulse, `sys` and
    /// `dia` are a blood pressure.
    public static void profile(Worn device) {
        Map<String, Profile.Meaning> keys =
                Map.of(
                        "spo2", new Profile.Meaning("59408-5", "%"),
                        "hr", new Profile.Meaning("8867-4", "/min"),
                        "sys", new Profile.Meaning("8480-6", "mm[Hg]"),
                        "dia", new Profile.Meaning("8462-4", "mm[Hg]"));
        KeepProfiles profiles = bean(KeepProfiles.class);
        await(profiles.put(new Profile("monitor", "Monitor", keys), 0, "test"));
        await(profiles.give(device.device(), "monitor"));
    }

    public static Response post(Worn device, String body) {
        return post(device, body.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    public static Response post(Worn device, byte[] body) {
        return post(device, body, "application/json");
    }

    public static Response post(Worn device, byte[] body, String type) {
        return given().header("Authorization", "Bearer " + device.token())
                .config(
                        io.restassured.RestAssured.config()
                                .encoderConfig(
                                        io.restassured.config.EncoderConfig.encoderConfig()
                                                .appendDefaultContentCharsetToContentTypeIfUndefined(
                                                        false)))
                .contentType(type)
                .body(body)
                .post("/telemetry/v1/readings");
    }

    public static String pulse(Object value, Instant at) {
        return "{\"readings\":[" + reading(value, at) + "]}";
    }

    /// A body that names a device.
    public static String pulseOf(UUID device, Instant at) {
        return pulse("72", at).replaceFirst("\\{", "{\"deviceId\":\"" + device + "\",");
    }

    public static String reading(Object value, Instant at) {
        return "{\"code\":\"8867-4\",\"value\":%s,\"unit\":\"/min\",\"takenAt\":\"%s\"}"
                .formatted(value, at);
    }

    public static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    public static Page<Reading> readings(UUID patient) {
        return await(
                bean(Chart.class)
                        .page(new Chart.Query(patient, null, null, null, null, 1000, null)));
    }

    public static Optional<Reading> stored(UUID reading) {
        return await(bean(Chart.class).find(reading));
    }

    /// What was told about a patient or, where there is none, about a device.
    public static List<DeviceEventKind> told(UUID about) {
        return Topic.of(Topics.DEVICE_EVENTS, about).stream().map(Given::kind).toList();
    }

    private static DeviceEventKind kind(ConsumerRecord<byte[], byte[]> record) {
        try {
            return DeviceEvent.parseFrom(record.value()).getKind();
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }

    public static Page<Refusal> refusals(Worn device) {
        return new Page<>(refusals(device.device(), null), null);
    }

    /// Of a device if one is named, and of a reason if one is.
    public static List<Refusal> refusals(@Nullable UUID device, @Nullable String reason) {
        return kept(new RefusalFilter(device, reason, null, null, null)).stream()
                .map(KeptRefusal::refusal)
                .toList();
    }

    public static List<KeptRefusal> kept(RefusalFilter filter) {
        return await(bean(Refusals.class).page(filter, 200, null)).items();
    }

    public static <T> T bean(Class<T> type) {
        return CDI.current().select(type).get();
    }

    public static <T> T await(Uni<T> uni) {
        return uni.await().atMost(PATIENCE);
    }
}
