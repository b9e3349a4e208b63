package org.homeward.followup.http;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.homeward.followup.Transactions;
import org.homeward.followup.file.PatientIndex;
import org.homeward.followup.file.Shares;
import org.homeward.followup.http.body.ListView;
import org.homeward.followup.patient.PatientId;
import org.homeward.followup.share.RelationKind;
import org.homeward.followup.share.Share;
import org.homeward.kit.problem.Problem;

/// A patient's shares with practitioners, ended ones included.
@ApplicationScoped
class ShareLists {
    private final Transactions transactions;
    private final PatientIndex patients;
    private final Shares shares;

    @Inject
    ShareLists(Transactions transactions, PatientIndex patients, Shares shares) {
        this.transactions = transactions;
        this.patients = patients;
        this.shares = shares;
    }

    Uni<ListView<ShareView>> of(PatientId id) {
        return transactions
                .run(
                        () ->
                                patients.placement(id)
                                        .map(p -> p.orElseThrow(Problem::notFound))
                                        .chain(() -> shares.of(id)))
                .map(ShareLists::view);
    }

    private static ListView<ShareView> view(List<Share> all) {
        return ListView.of(
                all.stream()
                        .filter(s -> s.kind() == RelationKind.SHARE)
                        .map(ShareView::of)
                        .toList());
    }
}
