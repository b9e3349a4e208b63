package org.homeward.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
    private static final int TOGETHER = 8;

    @TempDir private Path folder = Path.of(".");

    /// As the components of a stack do that starts for the first time.
    @RepeatedTest(20)
    void whoeverAsksTogetherGetsTheSameSecret() throws Exception {
        Path fresh = folder.resolve("data/secrets");
        CyclicBarrier start = new CyclicBarrier(TOGETHER);
        Set<String> got = new TreeSet<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(TOGETHER)) {
            List<Future<String>> asked = new ArrayList<>();
            for (int i = 0; i < TOGETHER; i++) {
                asked.add(
                        threads.submit(
                                () -> {
                                    start.await();
                                    return new Secrets(fresh).get("postgres");
                                }));
            }
            for (Future<String> one : asked) {
                got.add(one.get());
            }
        }
        assertThat(got).hasSize(1).allMatch(secret -> secret.length() == 43);
        assertThat(names(fresh)).containsExactly("postgres");
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
