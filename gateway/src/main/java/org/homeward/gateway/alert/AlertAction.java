package org.homeward.gateway.alert;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a person says with an action on an alert; each action reads its own members.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AlertAction(
        @Nullable String outcome,
        @Nullable String note,
        @Nullable String assignee,
        @Nullable Instant until) {
    static final AlertAction NONE = new AlertAction(null, null, null, null);
}
