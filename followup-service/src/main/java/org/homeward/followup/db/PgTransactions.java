package org.homeward.followup.db;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.function.Supplier;
import org.homeward.followup.Transactions;
import org.jspecify.annotations.Nullable;

/// Each unit of work has an event-loop context, a session and a transaction of its own; who waits
/// for it only listens, so that a hung-up client cancels nothing.
@ApplicationScoped
class PgTransactions implements Transactions {
    private static final Duration DEADLINE = Duration.ofSeconds(30);

    private final Vertx vertx;

    @Inject
    PgTransactions(Vertx vertx) {
        this.vertx = vertx;
    }

    @Override
    public <T> Uni<T> run(Supplier<Uni<T>> work) {
        Uni<T> shielded =
                Uni.createFrom()
                        .emitter(
                                emitter -> {
                                    Context caller = Vertx.currentContext();
                                    own().runOnContext(
                                                    x ->
                                                            Panache.withTransaction(work)
                                                                    .subscribe()
                                                                    .with(
                                                                            item ->
                                                                                    on(
                                                                                            caller,
                                                                                            () ->
                                                                                                    emitter
                                                                                                            .complete(
                                                                                                                    item)),
                                                                            e ->
                                                                                    on(
                                                                                            caller,
                                                                                            () ->
                                                                                                    emitter
                                                                                                            .fail(
                                                                                                                    e))));
                                });
        return shielded.ifNoItem().after(DEADLINE).fail();
    }

    private Context own() {
        Context current = Vertx.currentContext();
        Context loop =
                current != null && current.isEventLoopContext()
                        ? current
                        : ((VertxInternal) vertx).createEventLoopContext();
        Context own = VertxContext.createNewDuplicatedContext(loop);
        VertxContextSafetyToggle.setContextSafe(own, true);
        return own;
    }

    private static void on(@Nullable Context caller, Runnable tell) {
        if (caller == null) {
            tell.run();
        } else {
            caller.runOnContext(x -> tell.run());
        }
    }
}
