package org.homeward.ingest.profile;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which device has which profile. Fails when the store cannot be reached.
public interface DeviceProfiles {
    /// Empty if the device has none.
    Uni<Optional<Profile>> of(UUID device);

    /// Gives a device a profile, or takes it away; empty if there is no such device.
    ///
    /// @param profile null for none
    /// @throws Unknown as failure if there is no such profile
    Uni<Optional<UUID>> give(UUID device, @Nullable String profile);

    /// There is no such profile.
    final class Unknown extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Unknown() {
            super("unknown profile", null, false, false);
        }
    }
}
