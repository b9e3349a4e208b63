package org.homeward.ingest.http.internal.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.homeward.ingest.desk.DeviceConcern;
import org.jspecify.annotations.Nullable;

/// A concern as the gateway sees it.
@JsonInclude(JsonInclude.Include.NON_NULL)
record ConcernView(
        UUID id,
        UUID deviceId,
        String kind,
        String detail,
        String status,
        Instant since,
        Instant lastAt,
        @Nullable Instant closedAt,
        @Nullable String closedBy,
        @Nullable String note) {

    static ConcernView of(DeviceConcern c) {
        DeviceConcern.Closed closed = c.closed();
        return new ConcernView(
                c.id(),
                c.deviceId(),
                c.kind(),
                c.detail(),
                closed == null ? "open" : "closed",
                c.since(),
                c.lastAt(),
                closed == null ? null : closed.at(),
                closed == null ? null : closed.by(),
                closed == null ? null : closed.note());
    }
}
