package org.homeward.launcher.build;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.homeward.launcher.server.Jvm;

/// Runs the checkout's Maven wrapper: every line goes into a log and to a listener.
final class Maven {
    private final Path root;
    private final Path log;

    Maven(Path root, Path log) {
        this.root = root;
        this.log = log;
    }

    /// Runs to the end.
    ///
    /// @return whether the build succeeded
    boolean run(List<String> arguments, Consumer<String> line) {
        List<String> command = new ArrayList<>(List.of(root.resolve("mvnw").toString()));
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(root.toFile())
                        .redirectErrorStream(true)
                        .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        builder.environment().put("JAVA_HOME", Jvm.home());
        try {
            Files.createDirectories(log.getParent());
            Process process = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process), "build-end"));
            try (BufferedReader output = process.inputReader();
                    Writer copy = Files.newBufferedWriter(log)) {
                for (String text = output.readLine(); text != null; text = output.readLine()) {
                    copy.write(text);
                    copy.write('\n');
                    copy.flush();
                    line.accept(text);
                }
            }
            return process.waitFor() == 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }

    Path log() {
        return log;
    }
}
