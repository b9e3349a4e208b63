package org.homeward.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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
    void pidUsedAgainByAnotherIsNotTakenForOurs() {
        Child child = start("exec tail -f /dev/null");
        assertThat(Child.find(child.pid(), child.startedAt())).isPresent();
        assertThat(Child.find(child.pid(), child.startedAt().minusSeconds(60))).isEmpty();
        child.kill();
        assertThat(Child.find(child.pid(), child.startedAt())).isEmpty();
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
