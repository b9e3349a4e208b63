package org.homeward.gateway.task;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// How a task ended.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TaskOutcome(@Nullable String outcome, @Nullable String note) {
    static final TaskOutcome NONE = new TaskOutcome(null, null);
}
