package org.homeward.followup.db.file;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.homeward.followup.plan.CarePlan;

@Entity
@Table(name = "care_plan_version")
@IdClass(CarePlanVersionEntity.Key.class)
@SuppressWarnings("NullAway.Init")
class CarePlanVersionEntity {
    record Key(UUID patientId, int version) implements Serializable {}

    @Id
    @Column(name = "patient_id")
    UUID patientId;

    @Id int version;

    String author;
    Instant at;
    String content;

    static CarePlanVersionEntity from(CarePlan plan, String content) {
        CarePlanVersionEntity entity = new CarePlanVersionEntity();
        entity.patientId = plan.patientId().value();
        entity.version = plan.version();
        entity.author = plan.author();
        entity.at = plan.at();
        entity.content = content;
        return entity;
    }
}
