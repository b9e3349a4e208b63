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
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.homeward.ingest.Settings;
import org.homeward.ingest.device.Credential;
import org.homeward.ingest.dialect.Format;
import org.homeward.ingest.door.Counts;
import org.homeward.ingest.door.Doors;
import org.junit.jupiter.api.Test;

class KeepingTest {
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

    /// Without profiles and hubs: whoever needs them meets a fault.
    private Keeping keeping() {
        Counts counts = Doors.counts(metrics);
        return new Keeping(
                Doors.open(), counts, null, null, Doors.faults(counts), Settings.of(Map.of()));
    }

    private static Publication publication(Format format) {
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
                        Unpooled.copiedBuffer("[]", StandardCharsets.US_ASCII));
        return new Publication(
                new Session(endpoint, valid, login, ""), message, format, Instant.EPOCH);
    }

    @Test
    void whatWeFailOnOurselvesIsRefusedAndComesNoMore() {
        assertThat(keeping().keep(publication(Format.SENML)))
                .isCompletedWithValue(MqttPubAckReasonCode.IMPLEMENTATION_SPECIFIC_ERROR);
        assertThat(metrics.counter("homeward.ingest.rejected", "path", "mqtt").count())
                .isEqualTo(1);
    }
}
