package org.homeward.gateway.fhir.resource;

import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskIntent;
import org.hl7.fhir.r4.model.Task.TaskPriority;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.homeward.gateway.task.TaskView;
import org.jspecify.annotations.Nullable;

/// A task of an episode. People are named by their subject at the identity provider, since the
/// facade offers no practitioners.
public final class FhirTask {
    private static final String SUBJECTS = "urn:homeward:subject";

    private FhirTask() {}

    public static Task of(TaskView view, String language) {
        Task task = new Task();
        task.setId(view.id().toString());
        task.getMeta().setVersionId(Integer.toString(view.version()));
        task.setStatus(status(view));
        task.setIntent(TaskIntent.ORDER);
        task.setPriority(priority(view.priority()));
        task.setCode(new CodeableConcept().setText(view.kind()));
        task.setDescription(
                view.title().getOrDefault(language, view.title().getOrDefault("en", view.kind())));
        task.setFor(Words.to("Patient", view.patientId()));
        task.setAuthoredOnElement(Words.instant(view.openedAt()));
        times(task, view);
        String owner = view.completedBy() == null ? view.assignee() : view.completedBy();
        if (owner != null) {
            task.setOwner(person(owner));
        }
        if (view.outcome() != null) {
            task.setBusinessStatus(new CodeableConcept().setText(view.outcome()));
        }
        if (view.note() != null) {
            task.addNote().setText(view.note());
        }
        return task;
    }

    private static void times(Task task, TaskView view) {
        if (view.dueAt() != null) {
            task.getRestriction().getPeriod().setEndElement(Words.instant(view.dueAt()));
        }
        if (view.completedAt() != null) {
            task.getExecutionPeriod().setStartElement(Words.instant(view.openedAt()));
            task.getExecutionPeriod().setEndElement(Words.instant(view.completedAt()));
        }
    }

    private static Reference person(String subject) {
        Reference reference = new Reference().setType("Practitioner");
        reference.getIdentifier().setSystem(SUBJECTS).setValue(subject);
        return reference;
    }

    /// An open task that somebody claimed is accepted.
    public static TaskStatus status(TaskView view) {
        return switch (view.status()) {
            case "completed" -> TaskStatus.COMPLETED;
            case "cancelled" -> TaskStatus.CANCELLED;
            default -> view.assignee() == null ? TaskStatus.REQUESTED : TaskStatus.ACCEPTED;
        };
    }

    /// The status to ask followup-service for; null for a status that no task here has.
    public static @Nullable String asked(String fhirStatus) {
        return switch (fhirStatus) {
            case "requested", "accepted" -> "open";
            case "completed", "cancelled" -> fhirStatus;
            default -> null;
        };
    }

    private static TaskPriority priority(@Nullable String priority) {
        return switch (priority) {
            case "critical" -> TaskPriority.STAT;
            case "high" -> TaskPriority.ASAP;
            case "medium" -> TaskPriority.URGENT;
            case null, default -> TaskPriority.ROUTINE;
        };
    }
}
