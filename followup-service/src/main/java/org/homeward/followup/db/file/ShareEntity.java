package org.homeward.followup.db.file;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.homeward.followup.patient.PatientId;
import org.homeward.followup.share.RelationKind;
import org.homeward.followup.share.Share;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "share")
@SuppressWarnings("NullAway.Init")
class ShareEntity {
    @Id UUID id;

    @Column(name = "patient_id")
    UUID patientId;

    String kind;
    String subject;
    String purpose;

    @Column(name = "starts_at")
    Instant startsAt;

    @Column(name = "until_at")
    @Nullable Instant untilAt;

    @Column(name = "ended_at")
    @Nullable Instant endedAt;

    @Column(name = "granted_by")
    String grantedBy;

    @Column(name = "granted_at")
    Instant grantedAt;

    static ShareEntity from(Share share) {
        ShareEntity entity = new ShareEntity();
        entity.id = share.id();
        entity.patientId = share.patientId().value();
        entity.kind = share.kind().code();
        entity.subject = share.subject();
        entity.purpose = share.purpose();
        entity.startsAt = share.from();
        entity.untilAt = share.until();
        entity.endedAt = share.endedAt();
        entity.grantedBy = share.grantedBy();
        entity.grantedAt = share.grantedAt();
        return entity;
    }

    Share toDomain() {
        return new Share(
                id,
                new PatientId(patientId),
                RelationKind.of(kind).orElseThrow(),
                subject,
                purpose,
                startsAt,
                untilAt,
                endedAt,
                grantedBy,
                grantedAt);
    }
}
