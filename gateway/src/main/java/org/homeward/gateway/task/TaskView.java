package org.homeward.gateway.task;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.homeward.gateway.upstream.Given;
import org.jspecify.annotations.Nullable;

/// A task of an episode.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TaskView(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID patientId,
        @Nullable UUID episodeId,
        @Schema(required = true) List<UUID> alertIds,
        @Schema(required = true) String kind,
        @Schema(required = true) Map<String, String> title,
        @Nullable String priority,
        @Schema(
                        required = true,
                        enumeration = {"open", "completed", "cancelled"})
                String status,
        @Nullable String assignee,
        @Nullable UUID teamId,
        @Schema(required = true) Instant openedAt,
        @Nullable Instant dueAt,
        @Nullable Instant completedAt,
        @Nullable String completedBy,
        @Nullable String outcome,
        @Nullable String note,
        @Schema(required = true) int version) {
    public TaskView {
        alertIds = Given.list(alertIds);
        title = Given.map(title);
    }
}
