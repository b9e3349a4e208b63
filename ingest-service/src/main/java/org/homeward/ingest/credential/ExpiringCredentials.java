package org.homeward.ingest.credential;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which credentials should be replaced soon and were not told of, found by their due time. Fails
/// when the store cannot be reached.
public interface ExpiringCredentials {
    /// A credential that is to be told of.
    ///
    /// @param patientId who wears the device now; null if nobody does
    record Expiring(UUID credentialId, UUID deviceId, @Nullable UUID patientId) {}

    /// Those due by this instant, the earliest first. One that was replaced or has ended is not
    /// among them.
    Uni<List<Expiring>> due(Instant by, int most);

    Uni<Void> told(List<Expiring> credentials, Instant at);
}
