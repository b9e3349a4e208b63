package org.homeward.ingest.registry;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.homeward.ingest.credential.CredentialRegistry;
import org.homeward.ingest.device.Device;
import org.jspecify.annotations.Nullable;

/// The devices that may speak and whose they are. Fails when the store cannot be reached.
public interface DeviceRegistry {
    /// Adds a device with its first credential.
    Uni<Void> add(Device.Description description, CredentialRegistry.NewCredential first);

    /// A patient gets a device.
    ///
    /// @param until null until further notice
    record NewAssignment(
            UUID id,
            UUID deviceId,
            UUID patientId,
            Instant from,
            @Nullable Instant until,
            String by) {}

    /// Empty if there is no such device.
    ///
    /// @throws Overlap as failure if the device is somebody's during that time
    Uni<Optional<NewAssignment>> assign(NewAssignment assignment);

    /// Ends all of a device's credentials; empty if there is no such device.
    Uni<Optional<UUID>> disable(UUID id, Instant at);

    /// The device is assigned to somebody during this time already.
    final class Overlap extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Overlap() {
            super("overlapping assignment", null, false, false);
        }
    }
}
