package org.homeward.ingest.hub;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.homeward.ingest.hub.HubRegistry.Authorisation;

/// Lets a hub act for a device for a time, and ends that; here at once and elsewhere by notice.
@ApplicationScoped
public class AuthoriseHubs {
    private final HubRegistry registry;
    private final Event<Hubs.Changed> changed;

    @Inject
    AuthoriseHubs(HubRegistry registry, Event<Hubs.Changed> changed) {
        this.registry = registry;
        this.changed = changed;
    }

    /// See [HubRegistry#add].
    public Uni<Optional<Authorisation>> authorise(Authorisation authorisation) {
        return registry.add(authorisation)
                .invoke(made -> made.ifPresent(one -> changed.fire(new Hubs.Changed(one.hubId()))));
    }

    /// See [HubRegistry#of].
    public Uni<Optional<List<Authorisation>>> of(UUID hub) {
        return registry.of(hub);
    }

    /// See [HubRegistry#end].
    public Uni<Optional<UUID>> end(UUID hub, UUID id) {
        return registry.end(hub, id, Instant.now())
                .invoke(done -> done.ifPresent(_ -> changed.fire(new Hubs.Changed(hub))));
    }
}
