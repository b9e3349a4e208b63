package org.homeward.ingest.desk;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.UUID;
import org.homeward.ingest.Cursor;
import org.homeward.ingest.Page;
import org.jspecify.annotations.Nullable;

/// How the devices are that somebody wears. Fails when the store cannot be reached.
public interface HealthList {
    /// Which of them.
    enum State {
        ANY,
        SILENT,
        BATTERY_LOW,
        /// With an open concern of any kind.
        CONCERNS
    }

    /// Newest registered first.
    Uni<Page<DeviceHealth>> page(State state, int limit, @Nullable Cursor after);

    /// Empty if nobody wears it, or if there is no such device.
    Uni<Optional<DeviceHealth>> find(UUID device);
}
