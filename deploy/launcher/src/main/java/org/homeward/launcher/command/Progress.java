package org.homeward.launcher.command;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Lines that tell what is going on and how long it took.
final class Progress {
    private static final long PATIENCE_SECONDS = 30;

    private final PrintWriter out;
    private final long startedAt = System.nanoTime();

    Progress(PrintWriter out) {
        this.out = out;
    }

    /// A step that may take a while.
    interface Step {
        void run();
    }

    void say(String line) {
        synchronized (out) {
            out.println(line);
            out.flush();
        }
    }

    /// Runs a step between a line that says what it waits for and one that says how long it took.
    void step(String what, Step step) {
        long from = System.nanoTime();
        step.run();
        say("  %-42s %5.1f s".formatted(what, seconds(from)));
    }

    /// The same, saying each half minute what it still waits for.
    void step(String what, Supplier<String> awaited, Step step) {
        var ticks = Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());
        try {
            var _ =
                    ticks.scheduleAtFixedRate(
                            () -> say("    waiting for " + awaited.get()),
                            PATIENCE_SECONDS,
                            PATIENCE_SECONDS,
                            TimeUnit.SECONDS);
            step(what, step);
        } finally {
            ticks.shutdownNow();
        }
    }

    double seconds() {
        return seconds(startedAt);
    }

    private static double seconds(long from) {
        return Duration.ofNanos(System.nanoTime() - from).toMillis() / 1000.0;
    }
}
