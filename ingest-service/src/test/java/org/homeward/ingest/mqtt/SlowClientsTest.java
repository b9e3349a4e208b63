package org.homeward.ingest.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.homeward.ingest.Given;
import org.homeward.ingest.IngestTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@IngestTest
class SlowClientsTest {
    private static final int PINGREQ = 0xC0;
    private static final int PINGRESP = 0xD0;
    private static final int TAKEN_OVER = 0x8E;

    private final List<MqttSocket> others = new ArrayList<>();

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
    void aGreetingThatIsLongerThanAnyIsNotHeardToItsEnd() throws IOException {
        Given.Worn device = Given.worn();
        try (MqttSocket client = MqttSocket.open(5)) {
            client.greet("c".repeat(30_000), device.device().toString(), device.token(), 60);
            assertThat(client.answer().type()).isEqualTo(MqttSocket.CLOSED);
        }
    }

    @Test
    void oneDevicesNewestSessionEndsItsOldestWhereItHasTooMany() throws IOException {
        Given.Worn device = Given.worn();
        try (MqttSocket oldest = MqttSocket.connect(5, "oldest", device);
                MqttSocket next = MqttSocket.connect(5, "next", device)) {
            for (int i = 0; i < 7; i++) {
                others.add(MqttSocket.connect(5, "client-" + i, device));
            }
            assertThat(oldest.answer())
                    .isEqualTo(new MqttSocket.Answer(MqttSocket.DISCONNECT, TAKEN_OVER));
            next.publish(1, Given.pulse("72", Given.now()));
            assertThat(next.answer()).isEqualTo(new MqttSocket.Answer(MqttSocket.PUBACK, 0));
        } finally {
            for (MqttSocket other : others) {
                other.close();
            }
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
