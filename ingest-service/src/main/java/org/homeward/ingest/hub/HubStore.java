package org.homeward.ingest.hub;

import io.smallrye.mutiny.Uni;
import java.util.UUID;
import org.homeward.ingest.device.Hub;

/// For which devices a hub acts, will act or once did; for one that is disabled it acted until
/// then. Fails when the store cannot be reached.
public interface HubStore {
    Uni<Hub> find(UUID hub);
}
