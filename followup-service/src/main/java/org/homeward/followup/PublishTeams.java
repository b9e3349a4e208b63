package org.homeward.followup;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;

/// Tells the others about teams that changed in the store, such as by a migration.
@ApplicationScoped
public class PublishTeams {
    private final Transactions transactions;
    private final Teams teams;
    private final Events events;

    @Inject
    PublishTeams(Transactions transactions, Teams teams, Events events) {
        this.transactions = transactions;
        this.teams = teams;
        this.events = events;
    }

    public Uni<Void> publish() {
        Instant now = Moment.now();
        return transactions.run(
                () ->
                        teams.takeUnpublished()
                                .map(
                                        list ->
                                                list.stream()
                                                        .map(
                                                                t ->
                                                                        new FollowUpEvent
                                                                                .TeamChanged(
                                                                                t, now))
                                                        .map(FollowUpEvent.class::cast)
                                                        .toList())
                                .chain(events::emit));
    }
}
