package org.homeward.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.homeward.launcher.Ports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class HomewardTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir private Path data = Path.of(".");

    @Test
    void helpNamesEveryCommand() {
        assertThat(run("--help")).isZero();
        for (String name :
                List.of(
                        "up",
                        "down",
                        "reset",
                        "status",
                        "test",
                        "token",
                        "device",
                        "import",
                        "simulate",
                        "bench",
                        "topics",
                        "rebuild")) {
            assertThat(out.toString()).containsPattern("(?m)^ +" + name + " ");
        }
    }

    @Test
    void unknownCommandIsRefused() {
        assertThat(run("fly")).isEqualTo(2);
        assertThat(err.toString()).contains("fly");
    }

    @Test
    void statusOfNothingSaysThatAllIsStopped() throws IOException {
        assertThat(run("status", "--json")).isZero();
        var status = new ObjectMapper().readTree(out.toString());
        assertThat(status.path("components")).hasSize(8);
        assertThat(status.path("components"))
                .allMatch(component -> component.path("health").asText().equals("stopped"));
        assertThat(status.path("components").get(6).path("component").asText())
                .isEqualTo("gateway");
    }

    @Test
    void tokenWithoutAKeycloakIsOneLineOnStandardErrorAndNothingElse() {
        assertThat(run("token", "nurse")).isEqualTo(1);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).startsWith("homeward: Keycloak does not answer").hasLineCount(1);
    }

    @Test
    void deviceOfNoPatientsIdIsRefusedBeforeAnythingIsCalled() {
        assertThat(run("device", "--patient", "the one upstairs")).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void topicThatIsNotOfTheContractIsRefusedWithTheNamesThatAre() {
        assertThat(run("topics", "tail", "reading")).isEqualTo(1);
        assertThat(err.toString()).contains("no topic 'reading'").contains("readings");
    }

    @Test
    void downWithoutAStackStopsNothing() {
        assertThat(run("down")).isZero();
        assertThat(err.toString()).contains("Nothing runs here.");
    }

    private int run(String... arguments) {
        int offset = Ports.free().gateway() % 20_000 + 20_000;
        CommandLine commands =
                Homeward.commandLine(
                        Map.of(
                                "HOMEWARD_DATA", data.toString(),
                                "HOMEWARD_PORT_OFFSET", Integer.toString(offset)));
        commands.setOut(new PrintWriter(out));
        commands.setErr(new PrintWriter(err, true));
        int code = commands.execute(arguments);
        commands.getOut().flush();
        return code;
    }
}
