package org.homeward.gateway.refusal;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which refusals are to be sent again; at least one of these must be said.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NewRedrive(
        @Nullable UUID deviceId,
        @Nullable String reason,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String text) {
    static final NewRedrive NONE = new NewRedrive(null, null, null, null, null);
}
