package org.homeward.simulator.device;

import java.time.Duration;

/// What a device knows after a send.
public sealed interface Outcome {
    /// Acknowledged: the platform has promised to keep it.
    record Acknowledged() implements Outcome {}

    /// Refused for good: sending the same again would not help.
    record Refused(String reason) implements Outcome {}

    /// No answer, or asked to wait: the same is sent again after the pause.
    record Unknown(Duration pause) implements Outcome {}
}
