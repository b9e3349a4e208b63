package org.homeward.launcher.process;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Waiting for a condition, with an end.
public final class Await {
    private static final long PAUSE_NANOS = Duration.ofMillis(40).toNanos();

    private Await() {}

    /// Waits for the condition.
    ///
    /// @return whether the condition held before the time was over
    public static boolean until(Duration limit, BooleanSupplier condition) {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0 || Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return true;
    }
}
