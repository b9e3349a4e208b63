package org.homeward.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class SimulatorTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @CsvSource({
        "--patients,0",
        "--patients,-1",
        "--patients,many",
        "--rate,0",
        "--rate,-2",
        "--rate,NaN",
        "--duration,0",
        "--speed,0.5",
        "--scenario,flying",
        "--protocol,carrier-pigeon"
    })
    void aValueThatMakesNoSimulationIsRefusedWithTheOptionsName(String option, String value) {
        assertThat(run("simulate", option, value)).isEqualTo(2);
        assertThat(err.toString()).contains(option);
        assertThat(err.toString()).doesNotContain("Exception");
    }

    @Test
    void anImportOfNothingIsRefused() {
        assertThat(run("import")).isEqualTo(2);
        assertThat(err.toString()).contains("FILE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"import", "simulate", "ward", "bench"})
    void everyCommandExplainsItself(String command) {
        assertThat(run(command, "--help")).isZero();
        assertThat(out.toString()).contains("Usage: simulator " + command);
    }

    private int run(String... arguments) {
        CommandLine line = Simulator.commandLine();
        line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return line.execute(arguments);
    }
}
