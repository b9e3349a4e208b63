package org.homeward.followup.kafka;

import com.google.protobuf.ByteString;
import com.google.protobuf.Message;
import java.util.UUID;
import org.homeward.events.Decimals;
import org.homeward.events.EventType;
import org.homeward.events.Uuids;
import org.homeward.events.v1.CarePlanChanged;
import org.homeward.events.v1.CareRelation;
import org.homeward.events.v1.CareTeamChanged;
import org.homeward.events.v1.PatientChanged;
import org.homeward.events.v1.ShareChanged;
import org.homeward.events.v1.TaskChanged;
import org.homeward.events.v1.TaskCompleted;
import org.homeward.events.v1.TaskOpened;
import org.homeward.events.v1.TeamChanged;
import org.homeward.followup.FollowUpEvent;
import org.homeward.followup.patient.PatientId;
import org.homeward.followup.share.Share;
import org.homeward.followup.task.ClosedTask;
import org.homeward.followup.task.OpenTask;
import org.homeward.followup.task.Task;
import org.homeward.followup.task.TaskFacts;
import org.homeward.followup.team.CareTeam;
import org.homeward.followup.team.Team;
import org.homeward.kit.outbox.OutboxEvent;

/// Events as the wire has them. An event's id follows from what it says, so that told twice it is
/// the same.
final class EventMessages {
    private EventMessages() {}

    static OutboxEvent of(FollowUpEvent event) {
        return switch (event) {
            case FollowUpEvent.PlanPublished published -> PlanMessages.published(published);
            case FollowUpEvent.PlanChanged changed -> planChanged(changed);
            case FollowUpEvent.CareTeamChanged changed -> careTeam(changed);
            case FollowUpEvent.TeamChanged changed -> team(changed);
            case FollowUpEvent.TaskOpened opened -> opened(opened);
            case FollowUpEvent.TaskChanged changed -> changed(changed);
            case FollowUpEvent.TaskClosed(ClosedTask task) -> closed(task);
            case FollowUpEvent.PatientChanged changed -> patient(changed);
            case FollowUpEvent.ShareChanged changed -> share(changed);
        };
    }

    private static OutboxEvent planChanged(FollowUpEvent.PlanChanged changed) {
        CarePlanChanged message =
                CarePlanChanged.newBuilder()
                        .setPatientId(id(changed.plan().patientId()))
                        .setPlanId(Uuids.toBytes(changed.plan().id()))
                        .setVersion(changed.plan().version())
                        .setAuthor(changed.plan().author())
                        .setChangedAt(Decimals.toWire(changed.at()))
                        .addAllParts(changed.parts())
                        .build();
        UUID id = Uuids.v5(changed.plan().id(), "changed", "" + changed.plan().version());
        return row(id, EventType.CARE_PLAN_CHANGED, changed.plan().patientId(), message, changed);
    }

    private static OutboxEvent careTeam(FollowUpEvent.CareTeamChanged changed) {
        CareTeam team = changed.careTeam();
        CareTeamChanged.Builder message =
                CareTeamChanged.newBuilder()
                        .setPatientId(id(team.patientId()))
                        .setVersion(team.version())
                        .setLeadTeamId(Uuids.toBytes(team.leadTeamId()))
                        .addAllRelations(
                                team.relations().stream().map(EventMessages::relation).toList())
                        .setMonitoring(team.monitoring().wire())
                        .setChangedAt(Decimals.toWire(changed.at()));
        if (team.endedAt() != null) {
            message.setEndedAt(Decimals.toWire(team.endedAt()));
        }
        UUID id = Uuids.v5(team.patientId().value(), "care-team", "" + team.version());
        return row(id, EventType.CARE_TEAM_CHANGED, team.patientId(), message.build(), changed);
    }

    private static CareRelation relation(Share share) {
        CareRelation.Builder relation =
                CareRelation.newBuilder()
                        .setId(share.id().toString())
                        .setSubject(share.subject())
                        .setKind(share.kind().code())
                        .setPurpose(share.purpose())
                        .setFrom(Decimals.toWire(share.from()));
        if (share.until() != null) {
            relation.setUntil(Decimals.toWire(share.until()));
        }
        return relation.build();
    }

    private static OutboxEvent team(FollowUpEvent.TeamChanged changed) {
        Team team = changed.team();
        TeamChanged message =
                TeamChanged.newBuilder()
                        .setTeamId(Uuids.toBytes(team.id()))
                        .setVersion(team.version())
                        .setOrganizationId(Uuids.toBytes(team.organizationId()))
                        .setOrganizationName(team.organizationName())
                        .setName(team.name())
                        .addAllMembers(team.members())
                        .setChangedAt(Decimals.toWire(changed.at()))
                        .build();
        UUID id = Uuids.v5(team.id(), "team", "" + team.version());
        return new OutboxEvent(id, EventType.TEAM_CHANGED, team.id(), message, changed.at());
    }

    private static OutboxEvent opened(FollowUpEvent.TaskOpened event) {
        OpenTask task = event.task();
        TaskFacts facts = task.facts();
        TaskOpened.Builder message =
                TaskOpened.newBuilder()
                        .setTaskId(Uuids.toBytes(facts.id().value()))
                        .setPatientId(id(facts.patientId()))
                        .setEpisodeId(Uuids.toBytes(facts.episodeId()))
                        .addAllAlertIds(facts.alertIds().stream().map(Uuids::toBytes).toList())
                        .setKind(facts.kind().code())
                        .setPriority(facts.priority().code())
                        .setOpenedAt(Decimals.toWire(facts.openedAt()))
                        .setDueAt(Decimals.toWire(facts.dueAt()));
        if (facts.teamId() != null) {
            message.setTeamId(Uuids.toBytes(facts.teamId()));
        }
        return task(task, EventType.TASK_OPENED, message.build(), event);
    }

    private static OutboxEvent changed(FollowUpEvent.TaskChanged event) {
        OpenTask task = event.task();
        TaskFacts facts = task.facts();
        String assignee = task.assignee();
        TaskChanged message =
                TaskChanged.newBuilder()
                        .setTaskId(Uuids.toBytes(facts.id().value()))
                        .setPatientId(id(facts.patientId()))
                        .addAllAlertIds(facts.alertIds().stream().map(Uuids::toBytes).toList())
                        .setAssignee(assignee == null ? "" : assignee)
                        .setPriority(facts.priority().code())
                        .setChangedAt(Decimals.toWire(event.at()))
                        .build();
        return task(task, EventType.TASK_CHANGED, message, event);
    }

    private static OutboxEvent closed(ClosedTask task) {
        TaskCompleted message =
                TaskCompleted.newBuilder()
                        .setTaskId(Uuids.toBytes(task.facts().id().value()))
                        .setPatientId(id(task.facts().patientId()))
                        .setBy(task.closing().by())
                        .setOutcome(task.closing().outcome())
                        .setCompletedAt(Decimals.toWire(task.closing().at()))
                        .build();
        return task(task, EventType.TASK_COMPLETED, message, new FollowUpEvent.TaskClosed(task));
    }

    private static OutboxEvent task(
            Task task, EventType type, Message message, FollowUpEvent event) {
        UUID id = Uuids.v5(task.facts().id().value(), "task", "" + task.version());
        return row(id, type, task.facts().patientId(), message, event);
    }

    private static OutboxEvent patient(FollowUpEvent.PatientChanged changed) {
        PatientChanged message =
                PatientChanged.newBuilder()
                        .setPatientId(id(changed.patient()))
                        .setWhat(changed.what())
                        .setChangedAt(Decimals.toWire(changed.at()))
                        .build();
        UUID id = Uuids.v5(changed.patient().value(), "patient", "" + changed.version());
        return row(id, EventType.PATIENT_CHANGED, changed.patient(), message, changed);
    }

    private static OutboxEvent share(FollowUpEvent.ShareChanged changed) {
        Share share = changed.share();
        ShareChanged message =
                ShareChanged.newBuilder()
                        .setPatientId(id(share.patientId()))
                        .setShareId(share.id().toString())
                        .setSubject(share.subject())
                        .setWhat(changed.what())
                        .setChangedAt(Decimals.toWire(changed.at()))
                        .build();
        UUID id = Uuids.v5(share.id(), "share", changed.what());
        return row(id, EventType.SHARE_CHANGED, share.patientId(), message, changed);
    }

    private static OutboxEvent row(
            UUID id, EventType type, PatientId patient, Message message, FollowUpEvent event) {
        return new OutboxEvent(id, type, patient.value(), message, event.at());
    }

    private static ByteString id(PatientId patient) {
        return Uuids.toBytes(patient.value());
    }
}
