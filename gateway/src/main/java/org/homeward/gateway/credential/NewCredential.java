package org.homeward.gateway.credential;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A device's next credential, with the only copy of its token if it is one, and when the one
/// before ends.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NewCredential(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID deviceId,
        @Schema(
                        required = true,
                        enumeration = {"token", "certificate"})
                String kind,
        @Nullable String token,
        @Schema(required = true) Instant madeAt,
        @Schema(required = true) Instant rotateBy,
        @Nullable Replaced replaces) {

    /// The credential before, which still opens the door until then.
    @Schema(name = "ReplacedCredential")
    public record Replaced(
            @Schema(required = true) UUID id, @Schema(required = true) Instant validUntil) {}
}
