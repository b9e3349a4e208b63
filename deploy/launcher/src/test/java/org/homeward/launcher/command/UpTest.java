package org.homeward.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.homeward.launcher.Home;
import org.homeward.launcher.Main;
import org.homeward.launcher.Ports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `up` in a JVM of its own, whose end is the stack's end.
class UpTest {
    @TempDir private Path folder = Path.of(".");

    @Test
    void takenPortIsNamedInOneLineWithTheWayOutAndNothingStarts() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            int offset = taken.getLocalPort() - Ports.local(0).kafka();

            Process up = up(offset);
            boolean ended = up.waitFor(20, TimeUnit.SECONDS);
            kill(up);

            assertThat(ended).isTrue();
            assertThat(up.exitValue()).isEqualTo(1);
            assertThat(folder.resolve("out")).isEmptyFile();
            assertThat(Files.readString(folder.resolve("err")))
                    .hasLineCount(1)
                    .startsWith("homeward: already taken: ")
                    .contains("port " + taken.getLocalPort() + " (for Kafka)")
                    .endsWith(
                            ". Stop what listens there, or set HOMEWARD_PORT_OFFSET."
                                    + System.lineSeparator());
            assertThat(folder.resolve("data")).doesNotExist();
        }
    }

    private Process up(int offset) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dhomeward.root=" + Home.find().root(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "up");
        builder.environment().put("HOMEWARD_DATA", folder.resolve("data").toString());
        builder.environment().put("HOMEWARD_PORT_OFFSET", Integer.toString(offset));
        return builder.redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile())
                .start();
    }

    /// Also what it should not have started.
    private static void kill(Process up) {
        up.descendants().forEach(ProcessHandle::destroyForcibly);
        up.destroyForcibly();
    }
}
