package org.homeward.alert;

import org.homeward.kit.problem.Problem;

/// Why a command on an alert is refused, with who was first and when.
final class Refusals {
    private Refusals() {}

    /// Throws unless the alert can still be acted on.
    static void refuseIfOver(Alert alert) {
        if (alert.status() == Alert.Status.RETROSPECTIVE) {
            throw new Problem(
                    409, "NOT_OPEN", "A retrospective finding is never open and needs no action.");
        }
        if (alert.status() == Alert.Status.CLOSED) {
            Problem closed = new Problem(409, "ALREADY_CLOSED", "The alert is closed.");
            Alert.Closing closing = alert.human().closing();
            throw closing == null
                    ? closed
                    : closed.with("by", closing.by()).with("at", closing.at().toString());
        }
    }

    static Problem alreadyAcknowledged(Alert alert) {
        return new Problem(
                        409, "ALREADY_ACKNOWLEDGED", "Somebody has acknowledged the alert already.")
                .with("by", alert.human().acknowledgedBy())
                .with("at", String.valueOf(alert.human().acknowledgedAt()));
    }

    static Problem unprocessable(String code, String field, String message) {
        return new Problem(422, code, field + ": " + message).field(field, message);
    }
}
