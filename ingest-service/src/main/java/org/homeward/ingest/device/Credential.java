package org.homeward.ingest.device;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a token proved.
public sealed interface Credential {
    /// This device speaks.
    ///
    /// @param until when this ends, if that is known
    record Valid(UUID deviceId, UUID credentialId, @Nullable Instant until) implements Credential {}

    /// It was this device's until it was revoked or replaced, or the device was disabled.
    record Ended(UUID deviceId) implements Credential {}

    /// It is nobody's and never was.
    record Unknown() implements Credential {}

    /// What it proves at this instant.
    default Credential at(Instant now) {
        return this instanceof Valid(UUID device, _, Instant until)
                        && until != null
                        && !now.isBefore(until)
                ? new Ended(device)
                : this;
    }

    /// Whether a change of this device may change what its token proves.
    default boolean mayChangeWith(UUID device) {
        return switch (this) {
            case Valid valid -> valid.deviceId().equals(device);
            case Ended ended -> ended.deviceId().equals(device);
            case Unknown _ -> true;
        };
    }

    /// Whether this is the credential that ends.
    default boolean endsWith(CredentialEnding ending) {
        return this instanceof Valid valid && valid.credentialId().equals(ending.credentialId());
    }
}
