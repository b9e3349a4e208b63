package org.homeward.ingest.http.internal;

import org.homeward.ingest.device.Issuance;
import org.homeward.kit.problem.Problem;

/// Why a device gets no other credential, in words.
final class IssuanceProblems {
    private IssuanceProblems() {}

    static Problem problem(Issuance.Cause cause) {
        return switch (cause) {
            case UNKNOWN_DEVICE -> Problem.notFound();
            case DEVICE_DISABLED -> conflict(cause, "The device is disabled.");
            case ENTERED_BY_HAND ->
                    conflict(cause, "Readings entered by hand have no device with a credential.");
            case TWO_CREDENTIALS ->
                    conflict(cause, "The device has two live credentials: revoke one first.");
        };
    }

    private static Problem conflict(Issuance.Cause cause, String detail) {
        return new Problem(409, cause.name(), detail);
    }
}
