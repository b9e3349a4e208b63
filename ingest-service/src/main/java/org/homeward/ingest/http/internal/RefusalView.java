package org.homeward.ingest.http.internal;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.homeward.ingest.reading.Refusal;
import org.jspecify.annotations.Nullable;

/// A refusal as the gateway sees it; the payload only for those who look after devices.
@JsonInclude(JsonInclude.Include.NON_NULL)
record RefusalView(
        UUID id,
        @Nullable UUID deviceId,
        List<String> reasons,
        String detail,
        @Nullable Integer index,
        @Nullable String path,
        String payloadType,
        @Nullable String payload,
        boolean truncated,
        Instant receivedAt) {

    static RefusalView of(Refusal refusal, boolean withPayload) {
        return new RefusalView(
                refusal.id(),
                refusal.deviceId(),
                refusal.reasons(),
                refusal.detail(),
                refusal.index(),
                refusal.path() == null ? null : refusal.path().name(),
                refusal.payloadType(),
                withPayload ? Base64.getEncoder().encodeToString(refusal.payload()) : null,
                refusal.truncated(),
                refusal.received());
    }
}
