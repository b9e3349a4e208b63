package org.homeward.gateway.live;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What the feed says of one event: enough to update a line on a screen, and the id to ask for the
/// rest.
///
/// @param id of the alert, task, reading, plan or patient
/// @param what the event's name on the wire
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FeedEvent(
        @Schema(
                        required = true,
                        enumeration = {"alert", "reading", "task", "plan", "patient"})
                String kind,
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID patientId,
        @Schema(required = true) String what,
        @Nullable Instant at,
        @Nullable String priority,
        @Nullable String status,
        @Nullable String sentence,
        @Nullable Map<String, String> sentences,
        @Nullable String code,
        @Nullable BigDecimal value,
        @Nullable String unit,
        @Nullable List<Part> components,
        @Nullable Instant measuredAt) {
    /// One component of a panel.
    @Schema(name = "FeedComponent")
    public record Part(String code, BigDecimal value, String unit) {}

    static FeedEvent of(String kind, UUID id, UUID patientId, String what, @Nullable Instant at) {
        return new FeedEvent(
                kind, id, patientId, what, at, null, null, null, null, null, null, null, null,
                null);
    }

    FeedEvent alert(
            @Nullable String priority, String status, @Nullable Map<String, String> sentences) {
        return new FeedEvent(
                kind, id, patientId, what, at, priority, status, null, sentences, null, null, null,
                null, null);
    }

    FeedEvent in(String language) {
        return sentences == null
                ? this
                : new FeedEvent(
                        kind,
                        id,
                        patientId,
                        what,
                        at,
                        priority,
                        status,
                        sentences.getOrDefault(language, sentences.getOrDefault("en", "")),
                        sentences,
                        null,
                        null,
                        null,
                        null,
                        null);
    }
}
