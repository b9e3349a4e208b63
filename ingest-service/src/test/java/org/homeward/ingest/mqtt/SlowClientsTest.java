package org.homeward.ingest.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.homeward.ingest.Given;
import org.homeward.ingest.IngestTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@IngestTest
class SlowClientsTest {
    private static final int PINGREQ = 0xC0;
    private static final int PINGRESP = 0xD0;

    @Test
    void whoSaysNothingIsNotWaitedFor() throws IOException {
        try (MqttSocket client = MqttSocket.open(5)) {
            assertThat(client.answer().type()).isEqualTo(MqttSocket.CLOSED);
        }
    }

    @Test
    void whoGreetsByTheByteIsNotWaitedFor() throws IOException {
        try (MqttSocket client = MqttSocket.open(5)) {
            client.drip(new byte[] {0x10, 0x40, 0, 4, 'M', 'Q', 'T', 'T', 5});
            assertThat(client.answer().type()).isEqualTo(MqttSocket.CLOSED);
        }
    }

    @Test
    void silenceBeyondTheKeepAliveEndsTheConnection() throws IOException {
        Given.Worn device = Given.worn();
        try (MqttSocket client = MqttSocket.open(4)) {
            client.greet("client-1", device.device().toString(), device.token(), 1);
            client.letIn();
            client.send(PINGREQ, 0, new byte[0]);
            assertThat(client.answer().type()).isEqualTo(PINGRESP);
            assertThat(client.answer().type()).isEqualTo(MqttSocket.CLOSED);
        }
    }

    @Test
    void whoDoesNotReadItsAnswersIsHeardNoMoreAndCutOff() throws IOException {
        try (MqttSocket client = MqttSocket.connect(5, Given.worn())) {
            boolean cut = false;
            for (int i = 0; i < 2_000_000 && !cut; i++) {
                cut = !client.tryToSend(PINGREQ);
            }
            assertThat(cut).isTrue();
        }
    }
}
