package org.homeward.ingest.http.internal.refusal;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.homeward.ingest.reading.Refusal;
import org.homeward.ingest.redrive.KeptRefusal;
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
        Instant receivedAt,
        @Nullable Instant redrivenAt,
        @Nullable String redrivenBy,
        @Nullable String outcome,
        @Nullable String outcomeDetail) {

    static RefusalView of(KeptRefusal kept, boolean withPayload) {
        Refusal refusal = kept.refusal();
        KeptRefusal.Redriven redriven = kept.redriven();
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
                refusal.received(),
                redriven == null ? null : redriven.at(),
                redriven == null ? null : redriven.by(),
                redriven == null ? null : redriven.outcome().name().toLowerCase(Locale.ROOT),
                redriven == null ? null : redriven.detail());
    }
}
