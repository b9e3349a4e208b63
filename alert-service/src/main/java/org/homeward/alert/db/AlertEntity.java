package org.homeward.alert.db;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.homeward.alert.Alert;
import org.homeward.alert.rule.Priority;
import org.jspecify.annotations.Nullable;

/// A row of `alert`. The evaluator's columns are written by the projection alone; a human command
/// writes the human ones, under the row's version.
@Entity
@Table(name = "alert")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
class AlertEntity {
    @Id private UUID id;

    @Column(name = "episode_id", updatable = false)
    private UUID episodeId;

    @Column(name = "patient_id", updatable = false)
    private UUID patientId;

    @Column(name = "rule_id", updatable = false)
    private String ruleId;

    @Column(name = "rule_version", updatable = false)
    private String ruleVersion;

    @Column(updatable = false)
    private String code;

    @Column(updatable = false)
    private String direction;

    @Column(updatable = false)
    private String priority;

    @Column(name = "raised_at", updatable = false)
    private Instant raisedAt;

    @Column(name = "sentence_en", updatable = false)
    private String sentenceEn;

    @Column(name = "sentence_fr", updatable = false)
    private String sentenceFr;

    @Column(updatable = false)
    private String evidence;

    @Column(name = "updated_at")
    private Instant updatedAt;

    private String status;

    @Column(name = "acknowledged_by")
    private @Nullable String acknowledgedBy;

    @Column(name = "acknowledged_at")
    private @Nullable Instant acknowledgedAt;

    private @Nullable String assignee;

    @Column(name = "snoozed_until")
    private @Nullable Instant snoozedUntil;

    @Column(name = "closed_at")
    private @Nullable Instant closedAt;

    @Column(name = "close_reason")
    private @Nullable String closeReason;

    @Column(name = "closed_by")
    private @Nullable String closedBy;

    private @Nullable String outcome;

    @Version private int version;

    protected AlertEntity() {}

    UUID id() {
        return id;
    }

    UUID patientId() {
        return patientId;
    }

    int version() {
        return version;
    }

    /// Takes over the human state.
    void take(Alert.Human human, Instant at) {
        status = human.status().wire();
        acknowledgedBy = human.acknowledgedBy();
        acknowledgedAt = human.acknowledgedAt();
        assignee = human.assignee();
        snoozedUntil = human.snoozedUntil();
        Alert.Closing closing = human.closing();
        if (closing != null) {
            closedAt = closing.at();
            closeReason = closing.reason();
            closedBy = closing.by();
            outcome = closing.outcome();
        }
        updatedAt = at;
    }

    /// The alert at a time: a snooze that is over no longer counts.
    Alert toDomain(List<Alert.Note> notes, Instant now) {
        return new Alert(
                id,
                new Alert.Facts(
                        episodeId,
                        patientId,
                        ruleId,
                        ruleVersion,
                        code,
                        direction,
                        Priority.named(priority),
                        raisedAt,
                        updatedAt,
                        sentenceEn,
                        sentenceFr),
                new Alert.Human(
                        statusAt(now),
                        acknowledgedBy,
                        acknowledgedAt,
                        assignee,
                        snoozedUntil,
                        closing()),
                evidence,
                notes,
                version);
    }

    private Alert.@Nullable Closing closing() {
        return closedAt == null
                ? null
                : new Alert.Closing(
                        closedAt, closeReason == null ? "" : closeReason, closedBy, outcome);
    }

    private Alert.Status statusAt(Instant now) {
        Alert.Status stored = Alert.Status.valueOf(status.toUpperCase(Locale.ROOT));
        boolean over = snoozedUntil == null || !snoozedUntil.isAfter(now);
        if (stored != Alert.Status.SNOOZED || !over) {
            return stored;
        }
        return acknowledgedBy == null ? Alert.Status.OPEN : Alert.Status.ACKNOWLEDGED;
    }
}
