package org.homeward.ingest.device;

import java.util.UUID;

/// What a token proved.
public sealed interface Credential {
    /// This device speaks.
    record Valid(UUID deviceId) implements Credential {}

    /// It was this device's until the device was disabled.
    record Ended(UUID deviceId) implements Credential {}

    /// It is nobody's and never was.
    record Unknown() implements Credential {}

    /// Whether a change of this device may change what its token proves.
    default boolean mayChangeWith(UUID device) {
        return switch (this) {
            case Valid valid -> valid.deviceId().equals(device);
            case Ended ended -> ended.deviceId().equals(device);
            case Unknown _ -> true;
        };
    }
}
