package org.homeward.ingest.redrive;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/// Sends one refusal through its door again. What was accepted once is not sent a second time; what
/// is interrupted may be, which the readings' ids make one effect.
@ApplicationScoped
public class RedriveRefusals {
    private final RedriveStore store;
    private final Instance<Way> ways;

    @Inject
    RedriveRefusals(RedriveStore store, @Any Instance<Way> ways) {
        this.store = store;
        this.ways = ways;
    }

    /// What there is to say.
    public sealed interface Result {
        record Unknown() implements Result {}

        /// No door can take it again: too little of it is kept, or another came first.
        record Never(KeptRefusal refusal) implements Result {}

        record Done(KeptRefusal refusal) implements Result {}
    }

    public Uni<Result> redrive(UUID id, String by) {
        return store.find(id)
                .chain(
                        found ->
                                found.isEmpty()
                                        ? Uni.createFrom().item(new Result.Unknown())
                                        : redrive(found.get(), by));
    }

    /// Notes that it could not be sent, and by what error.
    Uni<Void> giveUp(UUID id, Throwable why) {
        return store.settle(id, new Way.Verdict("it failed: " + why.getClass().getSimpleName()));
    }

    private Uni<Result> redrive(KeptRefusal kept, String by) {
        if (kept.isAccepted()) {
            return Uni.createFrom().item(new Result.Done(kept));
        }
        Optional<Way> way = ways.stream().filter(w -> w.takes(kept.refusal())).findFirst();
        if (way.isEmpty()) {
            return Uni.createFrom().item(new Result.Never(kept));
        }
        UUID id = kept.refusal().id();
        return store.claim(id, by)
                .chain(
                        claimed ->
                                claimed
                                        ? way.get()
                                                .again(kept.refusal())
                                                .chain(verdict -> store.settle(id, verdict))
                                        : Uni.createFrom().voidItem())
                .chain(() -> store.find(id))
                .map(after -> new Result.Done(after.orElse(kept)));
    }
}
