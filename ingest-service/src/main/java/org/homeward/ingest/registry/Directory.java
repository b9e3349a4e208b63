package org.homeward.ingest.registry;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.UUID;
import org.homeward.ingest.Cursor;
import org.homeward.ingest.Page;
import org.homeward.ingest.device.Device;
import org.jspecify.annotations.Nullable;

/// The registered devices, to be looked at. Fails when the store cannot be reached.
public interface Directory {
    Uni<Optional<Device>> find(UUID id);

    /// Newest first; of one patient if one is named.
    Uni<Page<Device>> page(@Nullable UUID patientId, int limit, @Nullable Cursor after);
}
