package org.homeward.alert.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeward.alert.Alert;
import org.jspecify.annotations.Nullable;

/// An alert as docs/internal-api.md gives it.
@JsonInclude(JsonInclude.Include.NON_NULL)
record AlertView(
        UUID id,
        UUID episodeId,
        UUID patientId,
        RuleRef rule,
        String code,
        String direction,
        String priority,
        String status,
        Instant raisedAt,
        Instant updatedAt,
        @Nullable Instant closedAt,
        @Nullable String closeReason,
        String sentence,
        Map<String, String> sentences,
        @JsonRawValue String evidence,
        @Nullable String acknowledgedBy,
        @Nullable Instant acknowledgedAt,
        @Nullable String assignee,
        @Nullable Instant snoozedUntil,
        @Nullable String outcome,
        List<NoteView> notes,
        int version) {

    record RuleRef(String id, String version) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record NoteView(String by, Instant at, String action, @Nullable String text) {}

    static AlertView of(Alert alert) {
        Alert.Facts facts = alert.facts();
        Alert.Human human = alert.human();
        Alert.Closing closing = human.closing();
        return new AlertView(
                alert.id(),
                facts.episodeId(),
                facts.patientId(),
                new RuleRef(facts.ruleId(), facts.ruleVersion()),
                facts.code(),
                facts.direction(),
                facts.priority().wire(),
                human.status().wire(),
                facts.raisedAt(),
                facts.updatedAt(),
                closing == null ? null : closing.at(),
                closing == null ? null : closing.reason(),
                facts.sentenceEn(),
                Map.of("en", facts.sentenceEn(), "fr", facts.sentenceFr()),
                alert.evidence(),
                human.acknowledgedBy(),
                human.acknowledgedAt(),
                human.assignee(),
                human.snoozedUntil(),
                closing == null ? null : closing.outcome(),
                alert.notes().stream().map(AlertView::note).toList(),
                alert.version());
    }

    private static NoteView note(Alert.Note note) {
        return new NoteView(note.by(), note.at(), note.action(), note.text());
    }
}
