package org.homeward.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The dashboard in a real browser: every script of `e2e/` runs against the stack and must end with
/// 0. Chromium comes from the system; without it the test fails and says so.
class BrowserIT {
    private static final List<String> BROWSERS =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    private static final int MINUTES = 5;

    private static final TheStack STACK = TheStack.get();

    @TestFactory
    List<DynamicTest> everyScriptSucceeds() throws IOException {
        String browser = browser();
        Bed bed = new Bed(STACK);
        bed.lowOxygen();
        bed.isOfTheUserPatient();
        Bed quiet = new Bed(STACK);
        List<Path> scripts = scripts();
        assertThat(scripts).as("scripts in deploy/system-tests/e2e").isNotEmpty();
        return scripts.stream()
                .map(
                        s ->
                                DynamicTest.dynamicTest(
                                        s.getFileName().toString(), () -> run(s, browser, quiet)))
                .toList();
    }

    private static List<Path> scripts() throws IOException {
        Path folder = STACK.config().home().root().resolve("deploy/system-tests/e2e");
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".e2e.mjs")).sorted().toList();
        }
    }

    private static void run(Path script, String browser, Bed quiet) throws Exception {
        Path log = Path.of("target", script.getFileName() + ".log");
        ProcessBuilder builder =
                new ProcessBuilder("node", script.toString())
                        .directory(STACK.config().home().root().toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile());
        builder.environment().put("HOMEWARD_GATEWAY_URL", STACK.config().gatewayUrl());
        builder.environment().put("HOMEWARD_INGEST_URL", STACK.place().ingest().toString());
        builder.environment().put("HOMEWARD_DEVICE_TOKEN", quiet.deviceToken());
        builder.environment().put("HOMEWARD_PATIENT", quiet.patientId().toString());
        builder.environment().put("CHROMIUM", browser);
        Process process = builder.start();
        boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
        process.destroyForcibly();
        assertThat(ended).as("%s ended in time; see %s", script, log).isTrue();
        List<String> said = Files.readAllLines(log);
        if (process.exitValue() != 0) {
            throw new AssertionError(
                    failures(script, said) + System.lineSeparator() + String.join("\n", said));
        }
    }

    /// One line, which is what a summary of many tests shows: the steps that failed, each with the
    /// first line of its reason.
    private static String failures(Path script, List<String> said) {
        return IntStream.range(0, said.size())
                .filter(i -> said.get(i).startsWith("FAIL"))
                .mapToObj(i -> String.join(" ", said.subList(i, Math.min(i + 2, said.size()))))
                .map(step -> step.replaceAll("\\s+", " "))
                .collect(Collectors.joining("; ", script.getFileName() + ": ", ""));
    }

    private static String browser() {
        String given = System.getenv().getOrDefault("CHROMIUM", "");
        return Stream.concat(Stream.of(given), onPath())
                .filter(path -> !path.isEmpty() && Files.isExecutable(Path.of(path)))
                .findFirst()
                .orElseThrow(
                        () ->
                                new AssertionError(
                                        "no Chromium: install the package chromium, or set"
                                                + " CHROMIUM to a browser's path"));
    }

    private static Stream<String> onPath() {
        String path = System.getenv().getOrDefault("PATH", "");
        return Stream.of(path.split(":"))
                .flatMap(folder -> BROWSERS.stream().map(name -> folder + "/" + name));
    }
}
