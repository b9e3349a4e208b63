package org.homeward.ingest.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.time.Duration;
import org.homeward.events.v1.DeviceEventKind;
import org.homeward.ingest.Given;
import org.homeward.ingest.IngestTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@IngestTest
class ConnectionLossIT {
    @Test
    void aBrokenConnectionIsToldAndAFarewellIsNot() throws IOException {
        Given.Worn polite = Given.worn();
        try (MqttSocket client = MqttSocket.connect(4, polite)) {
            client.send(MqttSocket.DISCONNECT, 0, new byte[0]);
            assertThat(client.answer().type()).isEqualTo(MqttSocket.CLOSED);
        }
        Given.Worn lost = Given.worn();
        MqttSocket.connect(4, lost).close();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () ->
                                assertThat(Given.told(lost.device()))
                                        .containsExactly(
                                                DeviceEventKind.DEVICE_EVENT_KIND_CONNECTION_LOST));
        assertThat(Given.told(polite.device())).isEmpty();
    }
}
