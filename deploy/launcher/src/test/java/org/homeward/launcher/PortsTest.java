package org.homeward.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {
    @Test
    void offsetMovesEveryPortAlike() {
        Ports moved = Ports.local(100);
        assertThat(moved.gateway()).isEqualTo(8180);
        assertThat(moved.mqtt()).isEqualTo(1983);
        assertThat(moved.kafkaController()).isEqualTo(19_193);
    }

    @Test
    void takenPortIsNamedWithItsUseInOneLine() throws IOException {
        Ports free = Ports.free();
        try (ServerSocket taken = listen(0)) {
            Ports clash =
                    Ports.of(
                            taken.getLocalPort(),
                            free.ingest(),
                            free.mqtt(),
                            free.alert(),
                            free.followup(),
                            free.keycloak(),
                            free.keycloakManagement(),
                            free.postgres(),
                            free.kafka(),
                            free.kafkaController());
            assertThatThrownBy(clash::requireFree)
                    .isInstanceOf(LaunchFailure.class)
                    .hasMessageStartingWith(
                            "already taken: port %d (for the gateway)."
                                    .formatted(taken.getLocalPort()))
                    .hasMessageNotContaining("\n");
        }
    }

    @Test
    void freePortsAreFreeAndDifferent() {
        Ports ports = Ports.free();
        ports.requireFree();
        assertThat(ports.byUse().values()).doesNotHaveDuplicates().hasSize(10);
    }

    @Test
    void offsetThatLeavesThePortsIsRefused() {
        assertThatThrownBy(() -> Ports.local(50_000))
                .isInstanceOf(LaunchFailure.class)
                .hasMessageContaining("HOMEWARD_PORT_OFFSET");
    }

    private static ServerSocket listen(int port) throws IOException {
        return new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1"));
    }
}
