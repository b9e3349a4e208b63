package org.homeward.ingest.db.attribution;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;

/// The stretch of a device's time that is at hand, locked.
record Turn(long id, UUID device, String by, Instant at) {
    static Turn of(Row row) {
        return new Turn(
                row.getLong("id"),
                Objects.requireNonNull(row.getUUID("device_id")),
                Objects.requireNonNull(row.getString("asked_by")),
                Instant.now().truncatedTo(ChronoUnit.MICROS));
    }
}
