package org.homeward.simulator.bench.load;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3AsyncClient;
import com.hivemq.client.mqtt.mqtt3.Mqtt3Client;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.homeward.simulator.device.MqttLink;
import org.homeward.simulator.platform.DeviceBook;
import org.homeward.simulator.platform.Place;

/// Publishes with QoS 1 on one connection per device.
public final class MqttSender implements Sender {
    private final List<Mqtt3AsyncClient> clients;

    private MqttSender(List<Mqtt3AsyncClient> clients) {
        this.clients = clients;
    }

    /// Connects all devices.
    public static MqttSender connect(Place place, List<DeviceBook.Entry> devices) {
        List<Mqtt3AsyncClient> clients =
                devices.stream().map(device -> client(place, device)).toList();
        CompletableFuture<?>[] connecting = new CompletableFuture<?>[clients.size()];
        for (int i = 0; i < connecting.length; i++) {
            connecting[i] =
                    clients.get(i)
                            .connectWith()
                            .keepAlive(60)
                            .simpleAuth()
                            .username(devices.get(i).deviceId().toString())
                            .password(devices.get(i).token().getBytes(StandardCharsets.UTF_8))
                            .applySimpleAuth()
                            .send();
        }
        CompletableFuture.allOf(connecting).join();
        return new MqttSender(clients);
    }

    private static Mqtt3AsyncClient client(Place place, DeviceBook.Entry device) {
        return Mqtt3Client.builder()
                .identifier(device.deviceId().toString())
                .serverHost(place.mqttHost())
                .serverPort(place.mqttPort())
                .buildAsync();
    }

    @Override
    public void send(Post post, Consumer<Boolean> done) {
        CompletableFuture<?> _ =
                clients.get((int) (post.number() % clients.size()))
                        .publishWith()
                        .topic(MqttLink.TOPIC)
                        .qos(MqttQos.AT_LEAST_ONCE)
                        .payload(
                                Payloads.json(post.dueMillis(), post.readings(), post.alarm())
                                        .getBytes())
                        .send()
                        .whenComplete((_, error) -> done.accept(error == null));
    }

    @Override
    public int devices() {
        return clients.size();
    }

    @Override
    public void close() {
        clients.forEach(client -> client.disconnect().exceptionally(_ -> null));
    }
}
