package org.homeward.ingest.hub;

import io.smallrye.mutiny.Uni;
import java.util.UUID;
import org.homeward.ingest.device.Hub;

/// For which devices a hub acts now or will act; a device that is disabled is not among them. Fails
/// when the store cannot be reached.
public interface HubStore {
    Uni<Hub> find(UUID hub);
}
