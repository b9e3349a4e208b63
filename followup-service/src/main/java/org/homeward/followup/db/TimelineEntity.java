package org.homeward.followup.db;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.homeward.followup.patient.PatientId;
import org.homeward.followup.timeline.TimelineEntry;
import org.homeward.followup.timeline.TimelineKind;

@Entity
@Table(name = "timeline")
@SuppressWarnings("NullAway.Init")
class TimelineEntity {
    @Id long seq;

    @Column(name = "patient_id")
    UUID patientId;

    Instant at;
    String kind;
    String ref;

    TimelineEntry toDomain() {
        return new TimelineEntry(
                new PatientId(patientId), at, TimelineKind.of(kind).orElseThrow(), ref);
    }
}
