package org.homeward.simulator.device;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5PubAckException;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5PublishResult;
import com.hivemq.client.mqtt.mqtt5.message.publish.puback.Mqtt5PubAckReasonCode;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/// MQTT 5, where a PUBACK carries a reason: payload invalid is a refusal for good.
record Mqtt5Session(Mqtt5AsyncClient client) implements MqttLink.Session {
    static CompletableFuture<MqttLink.Session> connect(
            String host, int port, UUID deviceId, String token) {
        Mqtt5AsyncClient client =
                Mqtt5Client.builder()
                        .identifier(deviceId.toString())
                        .serverHost(host)
                        .serverPort(port)
                        .buildAsync();
        return client.connectWith()
                .cleanStart(true)
                .keepAlive(30)
                .simpleAuth()
                .username(deviceId.toString())
                .password(token.getBytes(StandardCharsets.UTF_8))
                .applySimpleAuth()
                .send()
                .thenApply(_ -> new Mqtt5Session(client));
    }

    @Override
    public CompletableFuture<Outcome> publish(byte[] body) {
        return client.publishWith()
                .topic(MqttLink.TOPIC)
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload(body)
                .send()
                .handle(Mqtt5Session::outcome);
    }

    private static Outcome outcome(Mqtt5PublishResult result, Throwable thrown) {
        Throwable error = thrown == null ? result.getError().orElse(null) : thrown;
        if (error == null) {
            return new Outcome.Acknowledged();
        }
        if (error instanceof CompletionException && error.getCause() != null) {
            error = error.getCause();
        }
        if (error instanceof Mqtt5PubAckException refused
                && refused.getMqttMessage().getReasonCode()
                        == Mqtt5PubAckReasonCode.PAYLOAD_FORMAT_INVALID) {
            return new Outcome.Refused("payload invalid");
        }
        throw new CompletionException(error);
    }

    @Override
    public void disconnect() {
        client.disconnect().exceptionally(_ -> null);
    }
}
