package org.homeward.alert.episode;

import java.time.Instant;
import java.util.UUID;

/// Where one measure and direction of one patient stands (ALARMS.md): idle, confirming, active,
/// hysteresis, recovered and waiting to be seen. Acknowledged is a property of the open alert,
/// since it goes with each of the open states. Closed is idle again, with a mark.
public sealed interface AlertState {
    Idle IDLE = new Idle();

    record Idle() implements AlertState {}

    /// A red sample waits for its repeat.
    ///
    /// @param sample the reading that asked for it
    /// @param deadline when the alert is raised without one
    record Confirming(UUID sample, Instant deadline) implements AlertState {}

    /// States that hold an alert.
    sealed interface Open extends AlertState {
        OpenAlert alert();

        /// The same state with the alert changed.
        Open with(OpenAlert next);

        default Active active(OpenAlert next) {
            return new Active(next);
        }

        default Recovered recovered(OpenAlert next) {
            return new Recovered(next);
        }
    }

    /// The newest sample is red.
    record Active(OpenAlert alert) implements Open {
        @Override
        public Active with(OpenAlert next) {
            return new Active(next);
        }

        public Hysteresis hysteresis() {
            return new Hysteresis(alert);
        }
    }

    /// The newest sample is neither red nor beyond the exit.
    record Hysteresis(OpenAlert alert) implements Open {
        @Override
        public Hysteresis with(OpenAlert next) {
            return new Hysteresis(next);
        }
    }

    /// Beyond the exit, but nobody has seen the alert.
    record Recovered(OpenAlert alert) implements Open {
        @Override
        public Recovered with(OpenAlert next) {
            return new Recovered(next);
        }
    }
}
