package org.homeward.alert.db;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.homeward.alert.Alert;
import org.homeward.alert.AlertChange;
import org.jspecify.annotations.Nullable;

/// A row of `alert_note`: one per action, with its text if there was one.
@Entity
@Table(name = "alert_note")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
class NoteEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "alert_id")
    private UUID alertId;

    private String author;
    private Instant at;
    private String action;
    private @Nullable String text;

    protected NoteEntity() {}

    static NoteEntity of(AlertChange change) {
        NoteEntity note = new NoteEntity();
        note.alertId = change.next().id();
        note.author = change.action().actor().subject();
        note.at = change.action().at();
        note.action = change.kind().wire();
        note.text = change.action().note();
        return note;
    }

    UUID alertId() {
        return alertId;
    }

    Alert.Note toDomain() {
        return new Alert.Note(author, at, action, text);
    }
}
