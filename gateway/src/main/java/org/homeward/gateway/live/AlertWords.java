package org.homeward.gateway.live;

import java.util.Locale;
import org.homeward.events.v1.AlertPriority;
import org.homeward.events.v1.AlertStatus;

/// The words that people read for the constants of the wire.
public final class AlertWords {
    private AlertWords() {}

    /// Such as `critical`; a priority of a later version of the contract reads as `technical`.
    public static String priority(AlertPriority priority) {
        return priority == AlertPriority.UNRECOGNIZED
                        || priority == AlertPriority.ALERT_PRIORITY_UNSPECIFIED
                ? "technical"
                : word(priority.name(), "ALERT_PRIORITY_");
    }

    /// Such as `open`; an unknown status reads as open, so that nothing is hidden by it.
    public static String status(AlertStatus status) {
        return status == AlertStatus.UNRECOGNIZED || status == AlertStatus.ALERT_STATUS_UNSPECIFIED
                ? "open"
                : word(status.name(), "ALERT_STATUS_");
    }

    private static String word(String constant, String prefix) {
        return constant.substring(prefix.length()).toLowerCase(Locale.ROOT);
    }
}
