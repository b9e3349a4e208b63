package org.homeward.followup.monitoring;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.homeward.followup.FollowUpEvent;
import org.homeward.followup.Journal;
import org.homeward.followup.file.PatientFile;
import org.homeward.followup.file.Plans;
import org.homeward.followup.plan.CarePlan;
import org.homeward.followup.plan.PlanHistory;
import org.homeward.followup.timeline.TimelineEntry;
import org.homeward.followup.timeline.TimelineKind;

/// Puts a plan's version in force: stored, told to the evaluator with its history, and written on
/// the timeline, all in one transaction.
@ApplicationScoped
public class PlanPublication {
    private final Plans plans;
    private final Journal journal;

    @Inject
    PlanPublication(Plans plans, Journal journal) {
        this.plans = plans;
        this.journal = journal;
    }

    public Uni<Void> publish(PatientFile file, List<String> parts) {
        CarePlan plan = file.plan();
        Instant now = plan.at();
        return plans.add(plan)
                .chain(() -> plans.since(plan.patientId(), PlanHistory.horizon(now)))
                .map(versions -> PlanHistory.of(versions, file.patient().standing(), now))
                .chain(history -> journal.write(told(file, history, parts), lines(plan, parts)));
    }

    private static List<FollowUpEvent> told(
            PatientFile file, PlanHistory history, List<String> parts) {
        return List.of(
                new FollowUpEvent.PlanPublished(history, file.endedAt()),
                new FollowUpEvent.PlanChanged(file.plan(), parts));
    }

    private static List<TimelineEntry> lines(CarePlan plan, List<String> parts) {
        if (plan.version() == 1 || parts.contains("state")) {
            return List.of();
        }
        TimelineKind kind =
                parts.contains("thresholds")
                        ? TimelineKind.THRESHOLDS_CHANGED
                        : TimelineKind.PLAN_CHANGED;
        String ref = plan.id() + "/" + plan.version();
        return List.of(new TimelineEntry(plan.patientId(), plan.at(), kind, ref));
    }
}
