package org.homeward.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.homeward.launcher.process.Await;
import org.homeward.launcher.process.Child;
import org.homeward.launcher.process.Guard;
import org.homeward.launcher.process.Logs;
import org.homeward.launcher.process.Spec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    @TempDir private Path folder = Path.of(".");

    @Test
    void programThatEndsByItselfIsSeenToHaveEnded() {
        Child child = start("echo said; echo wrong >&2");
        assertThat(Await.until(LIMIT, () -> !child.alive())).isTrue();
        assertThat(Logs.tail(folder.resolve("log"), 5)).isEqualTo("said\nwrong");
    }

    @Test
    void programThatHeedsTheSignalStopsGracefully() {
        Child child = start("echo up; exec tail -f /dev/null");
        assertThat(child.stop("TERM", LIMIT)).isTrue();
        assertThat(child.alive()).isFalse();
    }

    @Test
    void programThatIgnoresTheSignalIsKilled() {
        Child child = start("trap '' TERM; echo up; exec tail -f /dev/null");
        Await.until(LIMIT, () -> Logs.tail(folder.resolve("log"), 1).equals("up"));
        assertThat(child.stop("TERM", Duration.ofMillis(300))).isFalse();
        assertThat(child.alive()).isFalse();
    }

    @Test
    void whatAScriptStartedIsKilledWithTheScript() throws IOException {
        Child child = start("tail -f /dev/null & echo $! > started; mv started child; wait");
        ProcessHandle program = startedByTheScript();
        child.kill();
        assertThat(Await.until(LIMIT, () -> !alive(program))).isTrue();
    }

    private ProcessHandle startedByTheScript() throws IOException {
        Path pid = folder.resolve("child");
        assertThat(Await.until(LIMIT, () -> Files.exists(pid))).isTrue();
        return ProcessHandle.of(Long.parseLong(Files.readString(pid).strip())).orElseThrow();
    }

    @Test
    void pidUsedAgainByAnotherIsNotTakenForOurs() {
        Child child = start("exec tail -f /dev/null");
        assertThat(Child.find(child.pid(), child.startedAt())).isPresent();
        assertThat(Child.find(child.pid(), child.startedAt().minusSeconds(60))).isEmpty();
        child.kill();
        assertThat(Child.find(child.pid(), child.startedAt())).isEmpty();
    }

    @Test
    void programDoesNotOutliveAStarterThatWasKilled() throws IOException {
        Process starter =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                GuardedStarter.class.getName(),
                                folder.toString())
                        .redirectErrorStream(true)
                        .start();
        try (BufferedReader output = starter.inputReader()) {
            long pid = Long.parseLong(Objects.requireNonNull(output.readLine()));
            ProcessHandle program = ProcessHandle.of(pid).orElseThrow();
            assertThat(program.isAlive()).isTrue();
            ProcessHandle behind = startedByTheScript();
            starter.destroyForcibly();
            assertThat(Await.until(LIMIT, () -> !alive(program) && !alive(behind))).isTrue();
        }
    }

    private static boolean alive(ProcessHandle program) {
        return program.info()
                .startInstant()
                .flatMap(start -> Child.find(program.pid(), start))
                .isPresent();
    }

    @Test
    void guardThatIsReleasedLeavesTheProgramAlone() {
        Child child = start("exec tail -f /dev/null");
        Guard.over(child).close();
        assertThat(Await.until(Duration.ofMillis(300), () -> !child.alive())).isFalse();
        child.kill();
    }

    private Child start(String script) {
        return Child.start(
                new Spec(
                        "test",
                        List.of("sh", "-c", script),
                        Map.of(),
                        folder,
                        folder.resolve("log")));
    }
}
