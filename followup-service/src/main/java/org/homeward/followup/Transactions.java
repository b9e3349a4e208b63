package org.homeward.followup;

import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;

/// One unit of work against the store.
public interface Transactions {
    /// Runs the work in one transaction of its own. Once begun it ends by itself, even if nobody
    /// waits for it any more: a client that hangs up does not leave half a decision.
    ///
    /// Fails with the work's failure, or with the store's; nothing is kept then.
    <T> Uni<T> run(Supplier<Uni<T>> work);
}
