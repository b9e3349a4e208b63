package org.homeward.followup.sharing;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
import org.homeward.followup.timeline.TimelineEntry;
import org.homeward.followup.timeline.TimelineKind;
import org.homeward.kit.caller.Actor;
import org.homeward.kit.problem.Problem;

/// Gives a person access to a patient: a GP by a share, the patient themselves, a carer by a
/// delegation.
@ApplicationScoped
public class SharePatient {
    private final Transactions transactions;
    private final PatientFiles files;
    private final Shares shares;
    private final CareTeams careTeams;
    private final Journal journal;

    @Inject
    SharePatient(
            Transactions transactions,
            PatientFiles files,
            Shares shares,
            CareTeams careTeams,
            Journal journal) {
        this.transactions = transactions;
        this.files = files;
        this.shares = shares;
        this.careTeams = careTeams;
        this.journal = journal;
    }

    /// Fails with 404; 422 if it would end before it begins or has ended already; 409 if the
    /// practitioner has a share. A relation of a patient or carer that is there is given as it is.
    public Uni<Shared> grant(PatientId id, ShareRequest asked, Actor actor) {
        return transactions.run(() -> files.lock(id).chain(file -> granted(file, asked, actor)));
    }

    private Uni<Shared> granted(PatientFile file, ShareRequest asked, Actor actor) {
        Instant now = Moment.now();
        Share share = share(file.patient().id(), asked, actor, now);
        return shares.of(file.patient().id())
                .chain(
                        all -> {
                            Optional<Share> there =
                                    all.stream().filter(s -> isSame(s, share, now)).findFirst();
                            return there.isPresent()
                                    ? existing(file, there.get(), now)
                                    : store(file, share, now);
                        });
    }

    private static boolean isSame(Share there, Share asked, Instant now) {
        return there.kind() == asked.kind()
                && there.subject().equals(asked.subject())
                && !there.isOver(now);
    }

    private Uni<Shared> existing(PatientFile file, Share share, Instant now) {
        if (share.kind() == RelationKind.SHARE) {
            throw new Problem(409, "ALREADY_SHARED", "The practitioner has a share already.")
                    .with("shareId", share.id().toString());
        }
        return careTeams.of(file, now).map(team -> new Shared(share, team, false));
    }

    private Uni<Shared> store(PatientFile file, Share share, Instant now) {
        TimelineKind kind =
                share.kind() == RelationKind.SHARE
                        ? TimelineKind.SHARE_GRANTED
                        : TimelineKind.RELATION_GRANTED;
        return shares.save(share)
                .chain(
                        () ->
                                journal.write(
                                        List.of(
                                                new FollowUpEvent.ShareChanged(
                                                        share, "granted", now)),
                                        List.of(
                                                new TimelineEntry(
                                                        share.patientId(),
                                                        now,
                                                        kind,
                                                        share.id().toString()))))
                .chain(() -> careTeams.publish(file, now))
                .map(team -> new Shared(share, team, true));
    }

    private static Share share(PatientId id, ShareRequest asked, Actor actor, Instant now) {
        Instant given = asked.from();
        Instant from = given == null ? now : given;
        Instant until = asked.until();
        if (until != null && (!until.isAfter(from) || !until.isAfter(now))) {
            throw new Problem(422, "INVALID_SHARE", "The share would never hold.")
                    .field("until", "must be after from and in the future");
        }
        return new Share(
                UUID.randomUUID(),
                id,
                asked.kind(),
                asked.subject(),
                asked.purpose(),
                from,
                until,
                null,
                actor.subject(),
                now);
    }
}
