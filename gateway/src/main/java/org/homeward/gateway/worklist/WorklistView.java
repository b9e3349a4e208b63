package org.homeward.gateway.worklist;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.homeward.gateway.upstream.Given;
import org.jspecify.annotations.Nullable;

/// One page of the worklist with the size of every tab.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WorklistView(
        @Schema(required = true) List<WorklistRow> items,
        @Schema(required = true) Map<String, Integer> counts,
        @Nullable String next) {
    public WorklistView {
        items = Given.list(items);
        counts = Given.map(counts);
    }
}
