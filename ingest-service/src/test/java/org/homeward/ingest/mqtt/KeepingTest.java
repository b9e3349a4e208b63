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
import java.util.Map;
import java.util.UUID;
import org.homeward.ingest.Given;
import org.homeward.ingest.Settings;
import org.homeward.ingest.device.Credential;
import org.homeward.ingest.dialect.Format;
import org.homeward.ingest.door.Counts;
import org.homeward.ingest.door.Doors;
import org.homeward.ingest.door.RateLimits;
import org.junit.jupiter.api.Test;

class KeepingTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final RateLimits rates =
            Doors.limits(
                    Map.of(
                            "homeward.ingest.rate.readings-burst", "1",
                            "homeward.ingest.rate.readings-per-second", "1"));

    /// Without profiles and hubs: whoever needs them meets a fault.
    private Keeping keeping() {
        Counts counts = Doors.counts(metrics);
        return new Keeping(
                Doors.open(), counts, null, null, Doors.faults(counts), Settings.of(Map.of()));
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

    @Test
    void whatWeFailOnOurselvesIsRefusedAndComesNoMore() {
        assertThat(keeping().keep(publication(Format.SENML, "[]")))
                .isCompletedWithValue(MqttPubAckReasonCode.IMPLEMENTATION_SPECIFIC_ERROR);
        assertThat(metrics.counter("homeward.ingest.rejected", "path", "mqtt").count())
                .isEqualTo(1);
    }

    @Test
    void whoSendsTooManyReadingsIsNotAcknowledged() {
        String two =
                "{\"readings\":[%s,%s]}"
                        .formatted(Given.reading("72", NOW), Given.reading("73", NOW));
        Keeping keeping = keeping();
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
