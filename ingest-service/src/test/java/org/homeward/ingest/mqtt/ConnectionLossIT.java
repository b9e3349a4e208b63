package org.homeward.ingest.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.homeward.events.EventType;
import org.homeward.events.Topics;
import org.homeward.events.v1.DeviceEvent;
import org.homeward.events.v1.DeviceEventKind;
import org.homeward.ingest.Given;
import org.homeward.ingest.IngestTest;
import org.homeward.ingest.kafka.Topic;
import org.junit.jupiter.api.Test;

@QuarkusTest
@IngestTest
class ConnectionLossIT {
    private static final byte[] DISCONNECT = {(byte) 0xE0, 0};

    @ConfigProperty(name = "homeward.ingest.mqtt-port")
    int port;

    @Test
    void aBrokenConnectionIsToldAndAFarewellIsNot() throws IOException {
        Given.Worn polite = Given.worn();
        try (Socket socket = connect(polite)) {
            socket.getOutputStream().write(DISCONNECT);
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
        Given.Worn lost = Given.worn();
        connect(lost).close();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () ->
                                assertThat(kinds(lost.device()))
                                        .containsExactly(
                                                DeviceEventKind.DEVICE_EVENT_KIND_CONNECTION_LOST));
        assertThat(kinds(polite.device())).isEmpty();
    }

    private Socket connect(Given.Worn device) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream body = new DataOutputStream(bytes);
        body.writeUTF("MQTT");
        body.write(new byte[] {4, (byte) 0xC2, 0, 60});
        body.writeUTF("client-1");
        body.writeUTF(device.device().toString());
        body.writeUTF(device.token());
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.getOutputStream().write(0x10);
        socket.getOutputStream().write(bytes.size());
        socket.getOutputStream().write(bytes.toByteArray());
        assertThat(socket.getInputStream().readNBytes(4)).containsExactly(0x20, 2, 0, 0);
        return socket;
    }

    private static List<DeviceEventKind> kinds(UUID device) {
        return Topic.of(Topics.DEVICE_EVENTS, device).stream()
                .map(ConnectionLossIT::event)
                .map(DeviceEvent::getKind)
                .toList();
    }

    private static DeviceEvent event(
            org.apache.kafka.clients.consumer.ConsumerRecord<byte[], byte[]> record) {
        try {
            return (DeviceEvent) EventType.DEVICE_EVENT.parse(record.value());
        } catch (com.google.protobuf.InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }
}
