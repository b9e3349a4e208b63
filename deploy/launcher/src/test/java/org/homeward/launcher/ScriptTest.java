package org.homeward.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The script `homeward` on a machine with other JDKs: its own text, with the folders in which it
/// looks moved below the test's.
class ScriptTest {
    private static final String LINE =
            "homeward: a JDK 25 or later is missing;"
                    + " install one (for example Temurin 25) or set JAVA_HOME to it\n";

    @TempDir private Path machine = Path.of(".");

    private record Said(int code, String out, String err) {}

    @BeforeEach
    void copyTheScriptAndTheToolsItNeeds() throws IOException {
        String script =
                Files.readString(Home.find().root().resolve("homeward"))
                        .replaceAll(" /(usr|opt|Library)/", " " + machine + "/$1/");
        Files.writeString(machine.resolve("homeward"), script);
        Path bin = Files.createDirectories(machine.resolve("bin"));
        for (String tool : List.of("bash", "dirname", "find", "readlink", "sed")) {
            Files.createSymbolicLink(bin.resolve(tool), tool(tool));
        }
    }

    @Test
    void noJdkIsSaidInOneLine() throws Exception {
        assertThat(run("/nowhere")).isEqualTo(new Said(1, "", LINE));
    }

    @Test
    void jdkThatIsTooOldIsNotTakenWhereverItLies() throws Exception {
        jdk("usr/lib/jvm/jdk-24", "24.0.2");
        jdk("home/.sdkman/candidates/java/8", "1.8.0_442");
        Path onThePath = jdk("opt/java/21", "21.0.9");
        Files.createSymbolicLink(machine.resolve("bin/javac"), onThePath.resolve("bin/javac"));
        String home = jdk("seventeen", "17.0.17").toString();
        assertThat(run(home)).isEqualTo(new Said(1, "", LINE));
    }

    @Test
    void runtimeWithoutACompilerIsNoJdk() throws Exception {
        Path runtime = jdk("usr/lib/jvm/jre-25", "25.0.1");
        Files.delete(runtime.resolve("bin/javac"));
        assertThat(run(runtime.toString())).isEqualTo(new Said(1, "", LINE));
    }

    @Test
    void jdkThatIsRecentEnoughIsTakenThoughAnOlderOneStandsFirst() throws Exception {
        builtCheckout();
        Path recent = jdk("usr/lib/jvm/jdk-25", "25.0.1");
        Said said = run(jdk("seventeen", "17.0.17").toString());
        assertThat(said.code()).isZero();
        assertThat(said.out())
                .startsWith(recent + " runs ")
                .contains("org.homeward.launcher.Main up");
    }

    private Path jdk(String folder, String version) throws IOException {
        Path home = machine.resolve(folder);
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        program(home.resolve("bin/javac"), "exit 0");
        program(home.resolve("bin/java"), "echo \"$JAVA_HOME runs $*\"");
        return home;
    }

    private void program(Path file, String text) throws IOException {
        Files.writeString(file, "#!" + machine.resolve("bin/bash") + "\n" + text + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private void builtCheckout() throws IOException {
        for (String folder : List.of("events/src/main", "deploy/launcher/src/main")) {
            Files.createDirectories(machine.resolve(folder));
        }
        for (String pom : List.of("", "events/", "deploy/launcher/")) {
            Files.createFile(machine.resolve(pom + "pom.xml"));
        }
        Path target = machine.resolve("deploy/launcher/target");
        Files.createDirectories(target.resolve("lib"));
        Files.createFile(target.resolve("homeward-launcher-0.1.0.jar"));
    }

    private Said run(String javaHome) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(
                        machine.resolve("bin/bash").toString(),
                        machine.resolve("homeward").toString(),
                        "up");
        builder.environment().clear();
        builder.environment().put("PATH", machine.resolve("bin").toString());
        builder.environment().put("HOME", machine.resolve("home").toString());
        builder.environment().put("JAVA_HOME", javaHome);
        Path err = machine.resolve("err");
        Process process = builder.redirectError(err.toFile()).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(process.waitFor(), out, Files.readString(err));
    }

    private static Path tool(String name) {
        return Stream.of("/usr/bin", "/bin")
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }
}
