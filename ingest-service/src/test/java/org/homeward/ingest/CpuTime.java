package org.homeward.ingest;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/// What work costs the processor once it is warm: not how long it takes, which depends on what else
/// runs.
public final class CpuTime {
    /// Twice what a body may cost: tests run without the optimising compiler.
    public static final int MOST_MILLIS = 100;

    private static final int WARM_UP = 10;
    private static final int TRIES = 4;
    private static final double NANOS = 1e6;

    private CpuTime() {}

    /// The least of a few tries, in milliseconds of this thread.
    ///
    /// @param body what is taken, by the number of the try; making it does not count
    public static double millis(IntFunction<byte[]> body, Consumer<byte[]> work) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < WARM_UP + TRIES; i++) {
            byte[] bytes = body.apply(i);
            long before = threads.getCurrentThreadCpuTime();
            work.accept(bytes);
            long spent = threads.getCurrentThreadCpuTime() - before;
            least = i < WARM_UP ? least : Math.min(least, spent);
        }
        return least / NANOS;
    }
}
