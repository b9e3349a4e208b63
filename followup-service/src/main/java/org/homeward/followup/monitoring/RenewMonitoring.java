package org.homeward.followup.monitoring;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import org.homeward.followup.Chore;
import org.homeward.followup.Moment;
import org.homeward.followup.Transactions;
import org.homeward.followup.file.CareTeams;
import org.homeward.followup.file.PatientFiles;
import org.homeward.followup.patient.PatientId;
import org.homeward.followup.team.CareTeam;

/// Says anew whether a patient is monitored when a pause begins or ends by itself.
@ApplicationScoped
public class RenewMonitoring implements Chore {
    private final Transactions transactions;
    private final PlanBoundaries boundaries;
    private final PatientFiles files;
    private final CareTeams careTeams;

    @Inject
    RenewMonitoring(
            Transactions transactions,
            PlanBoundaries boundaries,
            PatientFiles files,
            CareTeams careTeams) {
        this.transactions = transactions;
        this.boundaries = boundaries;
        this.files = files;
        this.careTeams = careTeams;
    }

    @Override
    public Uni<Void> catchUp() {
        Instant now = Moment.now();
        return transactions
                .run(() -> boundaries.due(now))
                .onItem()
                .transformToMulti(Multi.createFrom()::iterable)
                .onItem()
                .transformToUniAndConcatenate(id -> transactions.run(() -> renew(id, now)))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<CareTeam> renew(PatientId id, Instant now) {
        return files.lock(id)
                .chain(
                        file ->
                                boundaries
                                        .passed(file.plan(), now)
                                        .chain(() -> careTeams.publish(file, now)));
    }
}
