package org.homeward.followup;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

/// What happens because time passes, not because somebody asks. One chore that fails does not keep
/// the others from their turn.
@ApplicationScoped
class Housekeeping {
    private final Instance<Chore> chores;

    @Inject
    Housekeeping(@Any Instance<Chore> chores) {
        this.chores = chores;
    }

    @Scheduled(
            every = "${homeward.followup.tick:10s}",
            delayed = "5s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> tick() {
        return Multi.createFrom()
                .iterable(chores)
                .onItem()
                .transformToUniAndConcatenate(Housekeeping::catchUp)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static Uni<Void> catchUp(Chore chore) {
        return chore.catchUp()
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
