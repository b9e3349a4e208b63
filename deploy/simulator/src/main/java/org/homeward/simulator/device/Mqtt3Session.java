package org.homeward.simulator.device;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3AsyncClient;
import com.hivemq.client.mqtt.mqtt3.Mqtt3Client;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/// MQTT 3.1.1, where a PUBACK says nothing but "received".
record Mqtt3Session(Mqtt3AsyncClient client) implements MqttLink.Session {
    static CompletableFuture<MqttLink.Session> connect(
            String host, int port, UUID deviceId, String token) {
        Mqtt3AsyncClient client =
                Mqtt3Client.builder()
                        .identifier(deviceId.toString())
                        .serverHost(host)
                        .serverPort(port)
                        .buildAsync();
        return client.connectWith()
                .cleanSession(true)
                .keepAlive(30)
                .simpleAuth()
                .username(deviceId.toString())
                .password(token.getBytes(StandardCharsets.UTF_8))
                .applySimpleAuth()
                .send()
                .thenApply(_ -> new Mqtt3Session(client));
    }

    @Override
    public CompletableFuture<Outcome> publish(byte[] body) {
        return client.publishWith()
                .topic(MqttLink.TOPIC)
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload(body)
                .send()
                .thenApply(_ -> new Outcome.Acknowledged());
    }

    @Override
    public void disconnect() {
        client.disconnect().exceptionally(_ -> null);
    }
}
