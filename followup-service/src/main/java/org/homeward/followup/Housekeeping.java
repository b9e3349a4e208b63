package org.homeward.followup;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;

/// What happens because time passes, not because somebody asks. The times themselves are rows, so
/// that nothing is lost by a restart and replicas may all look.
@ApplicationScoped
class Housekeeping {
    private static final Duration AT_START = Duration.ofSeconds(30);

    private final PublishTeams publishTeams;
    private final EndShare endShare;
    private final RenewMonitoring renewMonitoring;

    @Inject
    Housekeeping(PublishTeams publishTeams, EndShare endShare, RenewMonitoring renewMonitoring) {
        this.publishTeams = publishTeams;
        this.endShare = endShare;
        this.renewMonitoring = renewMonitoring;
    }

    void start(@Observes @Priority(20_000) StartupEvent event) {
        publishTeams.publish().await().atMost(AT_START);
    }

    @Scheduled(
            every = "${homeward.followup.tick:10s}",
            delayed = "5s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> tick() {
        return endShare.endOverdue()
                .chain(renewMonitoring::renew)
                .onFailure()
                .invoke(
                        e ->
                                Log.warnf(
                                        "housekeeping: later, after %s",
                                        e.getClass().getSimpleName()))
                .onFailure()
                .recoverWithNull();
    }
}
