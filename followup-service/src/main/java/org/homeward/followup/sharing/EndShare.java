package org.homeward.followup.sharing;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.homeward.followup.Chore;
import org.homeward.followup.FollowUpEvent;
import org.homeward.followup.Journal;
import org.homeward.followup.Moment;
import org.homeward.followup.Transactions;
import org.homeward.followup.file.CareTeams;
import org.homeward.followup.file.PatientFile;
import org.homeward.followup.file.PatientFiles;
import org.homeward.followup.file.Shares;
import org.homeward.followup.patient.PatientId;
import org.homeward.followup.share.RelationKind;
import org.homeward.followup.share.Share;
import org.homeward.followup.team.CareTeam;
import org.homeward.followup.timeline.TimelineEntry;
import org.homeward.followup.timeline.TimelineKind;
import org.homeward.followup.work.HandBackTasks;
import org.homeward.kit.problem.Problem;

/// Ends a person's access, by somebody's word or because its time is over, and hands the open tasks
/// that the person had in hand back to the team.
@ApplicationScoped
public class EndShare implements Chore {
    private final Transactions transactions;
    private final PatientFiles files;
    private final Shares shares;
    private final HandBackTasks handBack;
    private final CareTeams careTeams;
    private final Journal journal;

    @Inject
    EndShare(
            Transactions transactions,
            PatientFiles files,
            Shares shares,
            HandBackTasks handBack,
            CareTeams careTeams,
            Journal journal) {
        this.transactions = transactions;
        this.files = files;
        this.shares = shares;
        this.handBack = handBack;
        this.careTeams = careTeams;
        this.journal = journal;
    }

    /// Fails with 404 if the patient has no such share. Ending it twice changes nothing.
    public Uni<CareTeam> end(PatientId id, UUID shareId) {
        return transactions.run(
                () ->
                        files.lock(id)
                                .chain(
                                        file ->
                                                find(id, shareId)
                                                        .chain(s -> ended(file, s, Moment.now()))));
    }

    /// Ends all whose time is over.
    @Override
    public Uni<Void> catchUp() {
        Instant now = Moment.now();
        return transactions
                .run(() -> shares.overdue(now))
                .onItem()
                .transformToMulti(Multi.createFrom()::iterable)
                .onItem()
                .transformToUniAndConcatenate(s -> end(s.patientId(), s.id()))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Share> find(PatientId id, UUID shareId) {
        return shares.of(id)
                .map(
                        all ->
                                all.stream()
                                        .filter(s -> s.id().equals(shareId))
                                        .findFirst()
                                        .orElseThrow(Problem::notFound));
    }

    private Uni<CareTeam> ended(PatientFile file, Share share, Instant now) {
        if (share.endedAt() != null) {
            return careTeams.of(file, now);
        }
        Share over = share.ended(now);
        return shares.save(over)
                .chain(() -> handBack.of(over, now))
                .chain(tasks -> journal.write(told(over, tasks, now), lines(over, now)))
                .chain(() -> careTeams.publish(file, now));
    }

    private static List<FollowUpEvent> told(Share share, List<FollowUpEvent> tasks, Instant now) {
        List<FollowUpEvent> all = new ArrayList<>(tasks);
        all.add(new FollowUpEvent.ShareChanged(share, "ended", now));
        return all;
    }

    private static List<TimelineEntry> lines(Share share, Instant now) {
        TimelineKind kind =
                share.kind() == RelationKind.SHARE
                        ? TimelineKind.SHARE_ENDED
                        : TimelineKind.RELATION_ENDED;
        return List.of(new TimelineEntry(share.patientId(), now, kind, share.id().toString()));
    }
}
