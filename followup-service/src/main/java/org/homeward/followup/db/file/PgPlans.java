package org.homeward.followup.db.file;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.homeward.followup.file.Plans;
import org.homeward.followup.monitoring.PlanBoundaries;
import org.homeward.followup.patient.PatientId;
import org.homeward.followup.plan.CarePlan;

@ApplicationScoped
class PgPlans implements PanacheRepositoryBase<CarePlanEntity, UUID>, Plans, PlanBoundaries {
    private static final int DUE_AT_ONCE = 100;

    @Override
    public Uni<Map<PatientId, CarePlan>> current(Collection<PatientId> patients) {
        if (patients.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return list("patientId in ?1", patients.stream().map(PatientId::value).toList())
                .map(
                        rows ->
                                rows.stream()
                                        .map(row -> PlanContent.read(row.content))
                                        .collect(Collectors.toMap(CarePlan::patientId, p -> p)));
    }

    @Override
    public Uni<List<CarePlan>> since(PatientId patient, Instant instant) {
        return getSession()
                .chain(
                        s ->
                                s.createSelectionQuery(
                                                "from CarePlanVersionEntity v where v.patientId ="
                                                        + " :id and v.version >= (select"
                                                        + " coalesce(max(w.version), 1) from"
                                                        + " CarePlanVersionEntity w where w.patientId ="
                                                        + " :id and w.at <= :at) order by v.version",
                                                CarePlanVersionEntity.class)
                                        .setParameter("id", patient.value())
                                        .setParameter("at", instant)
                                        .getResultList())
                .map(rows -> rows.stream().map(row -> PlanContent.read(row.content)).toList());
    }

    @Override
    public Uni<Void> add(CarePlan plan) {
        String content = PlanContent.write(plan);
        return getSession()
                .chain(s -> s.persist(CarePlanVersionEntity.from(plan, content)))
                .chain(() -> findById(plan.patientId().value()))
                .chain(
                        entity -> {
                            if (entity == null) {
                                return persist(CarePlanEntity.from(plan, content));
                            }
                            entity.write(plan, content);
                            return Uni.createFrom().item(entity);
                        })
                .chain(() -> flush());
    }

    @Override
    public Uni<List<PatientId>> due(Instant now) {
        return find("nextBoundary <= ?1", now)
                .page(0, DUE_AT_ONCE)
                .list()
                .map(rows -> rows.stream().map(row -> new PatientId(row.patientId)).toList());
    }

    @Override
    public Uni<Void> passed(CarePlan plan, Instant now) {
        return findById(plan.patientId().value())
                .invoke(
                        entity -> {
                            if (entity != null) {
                                entity.nextBoundary = plan.nextBoundary(now);
                            }
                        })
                .replaceWithVoid();
    }
}
