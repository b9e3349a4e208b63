package org.homeward.followup.db.file;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.homeward.followup.plan.CarePlan;
import org.jspecify.annotations.Nullable;

/// The version in force.
@Entity
@Table(name = "care_plan")
@SuppressWarnings("NullAway.Init")
class CarePlanEntity {
    @Id
    @Column(name = "patient_id")
    UUID patientId;

    @Column(name = "plan_id")
    UUID planId;

    int version;

    @Column(name = "time_zone")
    String timeZone;

    @Column(name = "next_boundary")
    @Nullable Instant nextBoundary;

    String content;

    static CarePlanEntity from(CarePlan plan, String content) {
        CarePlanEntity entity = new CarePlanEntity();
        entity.patientId = plan.patientId().value();
        entity.planId = plan.id();
        entity.write(plan, content);
        return entity;
    }

    void write(CarePlan plan, String json) {
        version = plan.version();
        timeZone = plan.timeZone();
        nextBoundary = plan.nextBoundary(plan.at());
        content = json;
    }
}
