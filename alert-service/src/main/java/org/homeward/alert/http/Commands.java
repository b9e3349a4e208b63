package org.homeward.alert.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.homeward.alert.AcknowledgeAlert;
import org.homeward.alert.AssignAlert;
import org.homeward.alert.ReleaseAlert;
import org.homeward.alert.ResolveAlert;
import org.homeward.alert.SnoozeAlert;

/// The use cases behind the actions, and the time at which they are asked for.
@ApplicationScoped
class Commands {
    private final AcknowledgeAlert acknowledge;
    private final AssignAlert assign;
    private final ReleaseAlert release;
    private final SnoozeAlert snooze;
    private final ResolveAlert resolve;
    private final Clock clock = Clock.systemUTC();

    @Inject
    Commands(
            AcknowledgeAlert acknowledge,
            AssignAlert assign,
            ReleaseAlert release,
            SnoozeAlert snooze,
            ResolveAlert resolve) {
        this.acknowledge = acknowledge;
        this.assign = assign;
        this.release = release;
        this.snooze = snooze;
        this.resolve = resolve;
    }

    AcknowledgeAlert acknowledge() {
        return acknowledge;
    }

    AssignAlert assign() {
        return assign;
    }

    ReleaseAlert release() {
        return release;
    }

    SnoozeAlert snooze() {
        return snooze;
    }

    ResolveAlert resolve() {
        return resolve;
    }

    /// To the microsecond, as the database keeps it.
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
