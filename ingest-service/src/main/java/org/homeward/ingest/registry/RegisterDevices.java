package org.homeward.ingest.registry;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.homeward.ingest.credential.Credentials;
import org.homeward.ingest.credential.FreshSecrets;
import org.homeward.ingest.credential.RotateCredentials;
import org.homeward.ingest.device.Device;

/// Registers devices, gives them to patients, ends them. A token leaves once and is kept nowhere.
@ApplicationScoped
public class RegisterDevices {
    private final DeviceRegistry registry;
    private final Event<Assigned> assigned;
    private final Event<Credentials.Changed> changed;
    private final FreshSecrets secrets;
    private final RotateCredentials credentials;

    @Inject
    RegisterDevices(
            DeviceRegistry registry,
            FreshSecrets secrets,
            RotateCredentials credentials,
            Event<Assigned> assigned,
            Event<Credentials.Changed> changed) {
        this.registry = registry;
        this.secrets = secrets;
        this.credentials = credentials;
        this.assigned = assigned;
        this.changed = changed;
    }

    /// A device that was just registered, with the only copy of its token.
    public record Registered(UUID id, String token) {}

    public Uni<Registered> register(Device.Description description, String by) {
        FreshSecrets.Token token = secrets.token();
        UUID id = UUID.randomUUID();
        return registry.add(description, credentials.credential(id, token, Instant.now(), by))
                .replaceWith(new Registered(id, token.text()));
    }

    /// A device is somebody's now, so that what waited for it can be released.
    public record Assigned(UUID deviceId) {}

    /// Assigns. Readings that waited for it are released in the background: they are safe where
    /// they are, and the caller need not wait for them.
    public Uni<Optional<DeviceRegistry.NewAssignment>> assign(
            DeviceRegistry.NewAssignment assignment) {
        return registry.assign(assignment)
                .invoke(made -> made.ifPresent(now -> assigned.fire(new Assigned(now.deviceId()))));
    }

    /// Ends a device's credentials here at once and elsewhere by notice.
    public Uni<Optional<UUID>> disable(UUID id) {
        return registry.disable(id, Instant.now())
                .invoke(done -> done.ifPresent(i -> changed.fire(new Credentials.Changed(i))));
    }
}
