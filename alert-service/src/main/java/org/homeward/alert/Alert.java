package org.homeward.alert;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.homeward.alert.rule.Priority;
import org.jspecify.annotations.Nullable;

/// An alert as people see it: the evaluator's facts and the human state beside them.
///
/// @param evidence JSON, as the evaluator wrote it
public record Alert(
        UUID id, Facts facts, Human human, String evidence, List<Note> notes, int version) {
    public Alert {
        notes = List.copyOf(notes);
    }

    /// What the evaluator says.
    public record Facts(
            UUID episodeId,
            UUID patientId,
            String ruleId,
            String ruleVersion,
            String code,
            String direction,
            Priority priority,
            Instant raisedAt,
            Instant updatedAt,
            String sentenceEn,
            String sentenceFr) {}

    /// What people did.
    public record Human(
            Status status,
            @Nullable String acknowledgedBy,
            @Nullable Instant acknowledgedAt,
            @Nullable String assignee,
            @Nullable Instant snoozedUntil,
            @Nullable Closing closing) {}

    /// How an alert ended.
    ///
    /// @param by the person who resolved it; null when the evaluator closed it
    public record Closing(
            Instant at, String reason, @Nullable String by, @Nullable String outcome) {}

    /// What somebody wrote with an action.
    public record Note(String by, Instant at, String action, @Nullable String text) {}

    public enum Status {
        OPEN,
        ACKNOWLEDGED,
        SNOOZED,
        CLOSED,
        RETROSPECTIVE;

        public String wire() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        public boolean isOver() {
            return this == CLOSED || this == RETROSPECTIVE;
        }
    }

    public Status status() {
        return human.status();
    }

    Alert with(Human next) {
        return new Alert(id, facts, next, evidence, notes, version);
    }
}
