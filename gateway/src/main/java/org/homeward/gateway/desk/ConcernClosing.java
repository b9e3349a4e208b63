package org.homeward.gateway.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// Why a concern is closed.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConcernClosing(@Nullable String note) {
    static final ConcernClosing NONE = new ConcernClosing(null);
}
