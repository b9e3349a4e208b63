package org.homeward.launcher.command;

import java.io.PrintWriter;
import java.time.Duration;

/// Lines that tell what is going on and how long it took.
final class Progress {
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

    double seconds() {
        return seconds(startedAt);
    }

    private static double seconds(long from) {
        return Duration.ofNanos(System.nanoTime() - from).toMillis() / 1000.0;
    }
}
