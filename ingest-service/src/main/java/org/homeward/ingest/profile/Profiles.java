package org.homeward.ingest.profile;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.homeward.ingest.IngestConfig;

/// The profiles of the devices that speak, cached as their credentials are. Asked only for formats
/// that need one: our own JSON pays nothing for it.
@ApplicationScoped
public class Profiles {
    private final DeviceProfiles store;
    private final AsyncCache<UUID, Profile> cache;

    @Inject
    Profiles(DeviceProfiles store, IngestConfig config) {
        this.store = store;
        this.cache =
                Caffeine.newBuilder()
                        .maximumSize(config.credentials().cached())
                        .expireAfterWrite(config.credentials().trustedFor())
                        .executor(Runnable::run)
                        .buildAsync();
    }

    /// A profile was written or a device was given another, here or by another instance.
    public record Changed() {}

    /// [Profile#NONE] if the device has none. The stage fails when the store cannot be reached.
    public CompletableFuture<Profile> of(UUID device) {
        return cache.get(
                device,
                (id, _) ->
                        store.of(id)
                                .map(found -> found.orElse(Profile.NONE))
                                .subscribeAsCompletionStage());
    }

    /// Changes are rare and a profile may be a thousand devices': all are asked for again.
    void forget(@Observes Changed changed) {
        cache.asMap().clear();
    }
}
