package org.homeward.followup;

import java.time.Instant;
import java.util.List;
import org.homeward.followup.patient.PatientId;
import org.homeward.followup.plan.CarePlan;
import org.homeward.followup.plan.PlanHistory;
import org.homeward.followup.share.Share;
import org.homeward.followup.task.ClosedTask;
import org.homeward.followup.task.OpenTask;
import org.homeward.followup.team.CareTeam;
import org.homeward.followup.team.Team;
import org.jspecify.annotations.Nullable;

/// What this service tells the others.
public sealed interface FollowUpEvent {
    Instant at();

    /// The plan, with its history.
    ///
    /// @param endedAt when the patient died or was discharged; null while followed
    record PlanPublished(PlanHistory history, @Nullable Instant endedAt) implements FollowUpEvent {
        @Override
        public Instant at() {
            return history.publishedAt();
        }
    }

    /// Another version of the plan is in force.
    ///
    /// @param parts of the plan that differ
    record PlanChanged(CarePlan plan, List<String> parts) implements FollowUpEvent {
        public PlanChanged {
            parts = List.copyOf(parts);
        }

        @Override
        public Instant at() {
            return plan.at();
        }
    }

    record CareTeamChanged(CareTeam careTeam, Instant at) implements FollowUpEvent {}

    record TeamChanged(Team team, Instant at) implements FollowUpEvent {}

    record TaskOpened(OpenTask task, Instant at) implements FollowUpEvent {}

    record TaskChanged(OpenTask task, Instant at) implements FollowUpEvent {}

    record TaskClosed(ClosedTask task) implements FollowUpEvent {
        @Override
        public Instant at() {
            return task.closing().at();
        }
    }

    /// The patient was registered, changed or left.
    ///
    /// @param what registered, updated, deceased, discharged, active
    record PatientChanged(PatientId patient, int version, String what, Instant at)
            implements FollowUpEvent {}

    /// Somebody was given access, or lost it.
    ///
    /// @param what granted or ended
    record ShareChanged(Share share, String what, Instant at) implements FollowUpEvent {}
}
