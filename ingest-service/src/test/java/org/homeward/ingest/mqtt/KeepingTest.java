package org.homeward.ingest.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.messages.MqttPublishMessage;
import io.vertx.mqtt.messages.codes.MqttPubAckReasonCode;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.homeward.ingest.Given;
import org.homeward.ingest.Settings;
import org.homeward.ingest.device.Credential;
import org.homeward.ingest.dialect.Format;
import org.homeward.ingest.door.AdmitReadings;
import org.homeward.ingest.door.ConcernLog;
import org.homeward.ingest.door.Counts;
import org.homeward.ingest.door.Doors;
import org.homeward.ingest.door.RateLimits;
import org.homeward.ingest.door.ReadingLog;
import org.homeward.ingest.door.RefusalLog;
import org.homeward.ingest.fault.TestFaults;
import org.homeward.ingest.reading.Concern;
import org.homeward.ingest.reading.Refusal;
import org.junit.jupiter.api.Test;

class KeepingTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final String PULSE =
            """
            {"readings":[{"id":"1","code":"8867-4","value":72,"unit":"/min",
             "takenAt":"2026-11-22T09:59:00Z"}]}""";

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final List<Concern> told = new ArrayList<>();
    private RateLimits rates = Doors.limits(Map.of());
    private final ReadingLog log = new ConcernLog(told);

    /// Without profiles and hubs: whoever needs them meets what a client fails on in an outage.
    private Keeping keeping(AdmitReadings admit, Predicate<Refusal> goesAgain) {
        Counts counts = Doors.counts(metrics);
        return new Keeping(
                admit,
                counts,
                null,
                null,
                TestFaults.of(log, counts, goesAgain),
                Settings.of(Map.of()));
    }

    private Publication publication(Format format, String body) {
        MqttEndpoint endpoint =
                (MqttEndpoint)
                        Proxy.newProxyInstance(
                                KeepingTest.class.getClassLoader(),
                                new Class<?>[] {MqttEndpoint.class},
                                (_, _, _) -> null);
        Credential.Valid valid = new Credential.Valid(new UUID(1, 1), new UUID(1, 2), null);
        Login login = Login.of("user", null).orElseThrow();
        MqttPublishMessage message =
                MqttPublishMessage.create(
                        7,
                        MqttQoS.AT_LEAST_ONCE,
                        false,
                        false,
                        "t",
                        Unpooled.copiedBuffer(body, StandardCharsets.US_ASCII));
        return new Publication(
                new Session(endpoint, valid, login, ""), message, format, NOW, rates);
    }

    private double counted(String name, String... tags) {
        return metrics.counter(name, tags).count();
    }

    private double refused() {
        return counted("homeward.ingest.rejected", "path", "mqtt");
    }

    @Test
    void whatWeFailOnWhileWeJudgeIsRefusedAndTheTeamIsTold() {
        Keeping keeping = keeping(Doors.stumbling(log), _ -> true);
        for (int i = 0; i < 2; i++) {
            assertThat(keeping.keep(publication(Format.OWN, PULSE)))
                    .isCompletedWithValue(MqttPubAckReasonCode.IMPLEMENTATION_SPECIFIC_ERROR);
        }
        assertThat(refused()).isEqualTo(2);
        assertThat(counted("homeward.ingest.set.aside")).isEqualTo(2);
        assertThat(told)
                .singleElement()
                .satisfies(c -> assertThat(c.kind()).isEqualTo(Concern.Kind.PROCESSING_FAULT))
                .satisfies(c -> assertThat(c.patientId()).isEqualTo(TestFaults.PATIENT));
    }

    @Test
    void whatCouldNotGoAgainIsNotRefusedButTheTeamIsTold() {
        Keeping keeping = keeping(Doors.stumbling(log), _ -> false);
        assertThat(keeping.keep(publication(Format.OWN, PULSE))).isCompletedExceptionally();
        assertThat(refused()).isZero();
        assertThat(told).hasSize(1);
    }

    @Test
    void whatAClientFailsOnIsNotTheBodysFault() {
        Keeping keeping = keeping(Doors.over(log), _ -> true);
        assertThat(keeping.keep(publication(Format.SENML, "[]"))).isCompletedExceptionally();
        assertThat(keeping.keep(publication(Format.GATEWAY, "{\"a\":[{\"b\":1}]}")))
                .isCompletedExceptionally();
        assertThat(refused()).isZero();
    }

    @Test
    void whatMayBeInTheLogIsNotRefused() {
        List<Refusal> refusals = new ArrayList<>();
        Keeping keeping =
                keeping(
                        Doors.over(new RefusalLog(refusals, new NullPointerException("planted"))),
                        _ -> true);
        assertThat(keeping.keep(publication(Format.OWN, PULSE))).isCompletedExceptionally();
        assertThat(refusals).isEmpty();
    }

    @Test
    void whoSendsTooManyReadingsIsNotAcknowledged() {
        String two =
                "{\"readings\":[%s,%s]}"
                        .formatted(Given.reading("72", NOW), Given.reading("73", NOW));
        rates =
                Doors.limits(
                        Map.of(
                                "homeward.ingest.rate.readings-burst", "1",
                                "homeward.ingest.rate.readings-per-second", "1"));
        Keeping keeping = keeping(Doors.over(log), _ -> true);
        assertThat(keeping.keep(publication(Format.OWN, two))).isCompleted();
        assertThat(keeping.keep(publication(Format.OWN, two)))
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .havingCause()
                .satisfies(e -> assertThat(Publication.TooFast.is(e)).isTrue());
        assertThat(keeping.keep(publication(Format.OWN, Given.pulse("72", NOW))))
                .isCompletedWithValue(MqttPubAckReasonCode.SUCCESS);
    }
}
