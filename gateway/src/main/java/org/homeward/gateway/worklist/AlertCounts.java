package org.homeward.gateway.worklist;

import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.homeward.gateway.upstream.Given;

/// How many alerts are open by priority, and of how many patients; about nobody in particular.
public record AlertCounts(
        @Schema(required = true) Map<String, Integer> counts,
        @Schema(required = true) int patients) {
    public AlertCounts {
        counts = Given.map(counts);
    }
}
