package org.homeward.gateway.fhir.resource;

import java.math.BigDecimal;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityDetailComponent;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityStatus;
import org.hl7.fhir.r4.model.CarePlan.CarePlanIntent;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.Goal.GoalLifecycleStatus;
import org.hl7.fhir.r4.model.Range;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Timing;
import org.hl7.fhir.r4.model.Timing.UnitsOfTime;
import org.homeward.events.Code;
import org.homeward.events.CodeTable;
import org.homeward.gateway.plan.CarePlanView;

/// A care plan: what is to be measured as activities, thresholds as contained goals, tasks by
/// reference. A patient has one, so its logical id is the patient's; its own id is an identifier.
public final class FhirCarePlan {
    private FhirCarePlan() {}

    public static CarePlan of(CarePlanView view, String language) {
        CarePlan plan = new CarePlan();
        plan.setId(view.patientId().toString());
        plan.getMeta().setVersionId(Integer.toString(view.version()));
        plan.addIdentifier().setSystem("urn:ietf:rfc:3986").setValue("urn:uuid:" + view.id());
        plan.setStatus(status(view.state()));
        plan.setIntent(CarePlanIntent.PLAN);
        plan.setSubject(Words.to("Patient", view.patientId()));
        view.measurements().forEach(one -> measurement(plan, one, language));
        view.activities().stream()
                .filter(one -> one.taskId() != null)
                .forEach(one -> plan.addActivity().setReference(Words.to("Task", one.taskId())));
        view.thresholds().forEach(one -> threshold(plan, one, language));
        return plan;
    }

    private static CarePlanStatus status(String state) {
        return switch (state) {
            case "active" -> CarePlanStatus.ACTIVE;
            case "draft" -> CarePlanStatus.DRAFT;
            case "ended" -> CarePlanStatus.COMPLETED;
            default -> CarePlanStatus.UNKNOWN;
        };
    }

    private static void measurement(CarePlan plan, CarePlanView.Measurement due, String language) {
        Timing timing = new Timing();
        timing.getRepeat()
                .setFrequency(Math.max(1, due.perDay()))
                .setPeriod(BigDecimal.ONE)
                .setPeriodUnit(UnitsOfTime.D);
        CarePlanActivityDetailComponent detail =
                plan.addActivity()
                        .getDetail()
                        .setStatus(CarePlanActivityStatus.SCHEDULED)
                        .setCode(Words.concept(due.code(), language))
                        .setScheduled(timing);
        if (!due.windows().isEmpty()) {
            detail.setDescription(String.join(", ", due.windows()));
        }
    }

    private static void threshold(
            CarePlan plan, CarePlanView.Threshold threshold, String language) {
        Goal goal = new Goal();
        goal.setId("goal-" + (plan.getContained().size() + 1));
        goal.setLifecycleStatus(GoalLifecycleStatus.ACTIVE);
        CodeableConcept measure = Words.concept(threshold.code(), language);
        goal.setDescription(new CodeableConcept().setText(measure.getText()));
        goal.setSubject(plan.getSubject().copy());
        if (threshold.low() != null || threshold.high() != null) {
            String unit = CodeTable.standard().loinc(threshold.code()).map(Code::unit).orElse("");
            Range range = new Range();
            if (threshold.low() != null) {
                range.setLow(Words.simple(threshold.low(), unit));
            }
            if (threshold.high() != null) {
                range.setHigh(Words.simple(threshold.high(), unit));
            }
            goal.addTarget().setMeasure(measure).setDetail(range);
        }
        plan.addContained(goal);
        plan.addGoal(new Reference("#" + goal.getIdPart()));
    }
}
