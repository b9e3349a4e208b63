package org.homeward.followup.file;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.homeward.followup.Events;
import org.homeward.followup.FollowUpEvent;
import org.homeward.followup.Moment;
import org.homeward.followup.Transactions;

/// Tells the others about teams that changed in the store, such as by a migration.
@ApplicationScoped
class PublishTeams {
    private static final Duration AT_START = Duration.ofSeconds(30);

    private final Transactions transactions;
    private final Teams teams;
    private final Events events;

    @Inject
    PublishTeams(Transactions transactions, Teams teams, Events events) {
        this.transactions = transactions;
        this.teams = teams;
        this.events = events;
    }

    void start(@Observes @Priority(20_000) StartupEvent event) {
        publish().await().atMost(AT_START);
    }

    private Uni<Void> publish() {
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
