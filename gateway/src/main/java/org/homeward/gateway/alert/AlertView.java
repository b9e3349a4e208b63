package org.homeward.gateway.alert;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.homeward.gateway.upstream.Given;
import org.jspecify.annotations.Nullable;

/// An alert with the evidence that explains it, as JSON and as a sentence in the language asked
/// for.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AlertView(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID episodeId,
        @Schema(required = true) UUID patientId,
        @Schema(required = true) RuleRef rule,
        @Nullable String code,
        @Nullable String direction,
        @Schema(
                        required = true,
                        enumeration = {"critical", "high", "medium", "low", "technical"})
                String priority,
        @Schema(
                        required = true,
                        enumeration = {
                            "open",
                            "acknowledged",
                            "snoozed",
                            "closed",
                            "retrospective"
                        })
                String status,
        @Schema(required = true) Instant raisedAt,
        @Nullable Instant updatedAt,
        @Nullable Instant closedAt,
        @Nullable String closeReason,
        @Nullable String sentence,
        Map<String, String> sentences,
        @Nullable Evidence evidence,
        @Nullable String acknowledgedBy,
        @Nullable Instant acknowledgedAt,
        @Nullable String assignee,
        @Nullable Instant snoozedUntil,
        @Nullable String outcome,
        List<Note> notes,
        @Schema(required = true) int version) {
    public record RuleRef(
            @Schema(required = true) String id, @Schema(required = true) String version) {}

    @Schema(name = "AlertNote")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Note(
            @Schema(required = true) String by,
            @Schema(required = true) Instant at,
            @Schema(required = true) String action,
            @Nullable String text) {}

    public AlertView {
        sentences = Given.map(sentences);
        notes = Given.list(notes);
    }

    /// The same alert with its sentence in the language, English for any that is not offered.
    public AlertView in(String language) {
        String said =
                sentences.getOrDefault(
                        language, sentences.getOrDefault("en", sentence == null ? "" : sentence));
        return new AlertView(
                id,
                episodeId,
                patientId,
                rule,
                code,
                direction,
                priority,
                status,
                raisedAt,
                updatedAt,
                closedAt,
                closeReason,
                said,
                sentences,
                evidence,
                acknowledgedBy,
                acknowledgedAt,
                assignee,
                snoozedUntil,
                outcome,
                notes,
                version);
    }

    /// What may be seen without seeing anything clinical or any note: that the alert was and who
    /// handled it.
    public AlertView meta() {
        return new AlertView(
                id,
                episodeId,
                patientId,
                rule,
                null,
                null,
                priority,
                status,
                raisedAt,
                updatedAt,
                closedAt,
                closeReason,
                null,
                Map.of(),
                null,
                acknowledgedBy,
                acknowledgedAt,
                assignee,
                snoozedUntil,
                outcome,
                List.of(),
                version);
    }

    /// What patients and carers read: the sentence in plain text and the readings, without the
    /// team's notes.
    public AlertView plain() {
        return new AlertView(
                id,
                episodeId,
                patientId,
                rule,
                code,
                direction,
                priority,
                status,
                raisedAt,
                updatedAt,
                closedAt,
                closeReason,
                sentence,
                sentences,
                evidence,
                null,
                acknowledgedAt,
                null,
                snoozedUntil,
                null,
                List.of(),
                version);
    }
}
