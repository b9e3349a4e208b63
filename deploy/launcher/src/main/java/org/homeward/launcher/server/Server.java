package org.homeward.launcher.server;

import java.time.Duration;
import org.homeward.launcher.process.Spec;

/// One program of the stack.
public interface Server {
    /// Makes what the program needs before it starts; does nothing if it is there. The call may
    /// take a minute the first time.
    void prepare();

    Spec spec();

    /// Whether it does its work now.
    boolean ready();

    /// The signal that asks it to end.
    default String stopSignal() {
        return "TERM";
    }

    default Duration startLimit() {
        return Duration.ofMinutes(2);
    }
}
