package org.homeward.gateway.refusal;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.homeward.gateway.upstream.Given;
import org.jspecify.annotations.Nullable;

/// Something that was sent and did not become a reading. `payload` (Base64) is for the device desk
/// alone; `outcome` says what became of it when it went through its door again.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RefusalView(
        @Schema(required = true) UUID id,
        @Nullable UUID deviceId,
        @Schema(required = true) List<String> reasons,
        @Schema(required = true) String detail,
        @Nullable Integer index,
        @Nullable String path,
        @Schema(required = true) String payloadType,
        @Nullable String payload,
        @Schema(required = true) boolean truncated,
        @Schema(required = true) Instant receivedAt,
        @Nullable Instant redrivenAt,
        @Nullable String redrivenBy,
        @Schema(enumeration = {"sending", "accepted", "refused"}) @Nullable String outcome,
        @Nullable String outcomeDetail) {
    public RefusalView {
        reasons = Given.list(reasons);
    }
}
