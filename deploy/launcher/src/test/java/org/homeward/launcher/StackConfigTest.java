package org.homeward.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackConfigTest {
    private static final Home HOME = new Home(Path.of("/somewhere"));

    @Test
    void stateLivesInTheCheckoutByDefault() {
        StackConfig config = StackConfig.of(HOME, Map.of());
        assertThat(config.data()).isEqualTo(Path.of("/somewhere/.homeward"));
        assertThat(config.gatewayUrl()).isEqualTo("http://127.0.0.1:8080");
        assertThat(config.guarded()).isFalse();
    }

    @Test
    void environmentMovesDataAndPorts() {
        Map<String, String> environment =
                Map.of("HOMEWARD_DATA", "/elsewhere", "HOMEWARD_PORT_OFFSET", "1000");
        StackConfig config = StackConfig.of(HOME, environment);
        assertThat(config.data()).isEqualTo(Path.of("/elsewhere"));
        assertThat(config.issuer()).isEqualTo("http://127.0.0.1:9180/realms/homeward");
        assertThat(config.home().cache()).isEqualTo(Path.of("/somewhere/.homeward/cache"));
    }

    @Test
    void offsetThatIsNoNumberIsRefusedInWords() {
        assertThatThrownBy(() -> StackConfig.of(HOME, Map.of("HOMEWARD_PORT_OFFSET", "ten")))
                .isInstanceOf(LaunchFailure.class)
                .hasMessage("HOMEWARD_PORT_OFFSET is 'ten': it must be a number");
    }

    @Test
    void secretStaysTheSameAndIsItsOwnersAlone(@TempDir Path data) throws IOException {
        Path folder = data.resolve("secrets");
        String first = new Secrets(folder).get("ingest");
        assertThat(first).hasSizeGreaterThanOrEqualTo(43);
        assertThat(new Secrets(folder).get("ingest")).isEqualTo(first);
        assertThat(new Secrets(folder).get("alert")).isNotEqualTo(first);
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(folder.resolve("ingest"))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
    }
}
