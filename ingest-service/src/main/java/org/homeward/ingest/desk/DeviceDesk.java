package org.homeward.ingest.desk;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.homeward.ingest.Cursor;
import org.homeward.ingest.Page;
import org.jspecify.annotations.Nullable;

/// The device desk's queue. Fails when the store cannot be reached.
public interface DeviceDesk {
    /// Something that was told about a device.
    record Told(UUID id, UUID deviceId, String kind, String detail, Instant at) {}

    /// Which concerns; what is null limits nothing.
    record Filter(@Nullable Boolean open, @Nullable UUID deviceId, @Nullable String kind) {}

    /// Opens concerns, or adds to those that are open. What was told before its concern was closed
    /// opens none.
    Uni<Void> note(List<Told> told);

    /// Newest first.
    Uni<Page<DeviceConcern>> page(Filter filter, int limit, @Nullable Cursor after);

    /// Closes one; as it stands if it is closed already; empty if there is none.
    Uni<Optional<DeviceConcern>> close(UUID id, String by, @Nullable String note);

    /// Opens a concern for each device that has fallen silent, and closes those whose cause is
    /// gone: the device was heard again or nobody wears it, its battery is full enough, it has
    /// another credential.
    Uni<Void> turn();
}
