package org.homeward.followup;

import io.smallrye.mutiny.Uni;
import java.util.List;

/// Where events leave: in the transaction that makes them true, in their order.
public interface Events {
    /// Needs a transaction. An event that is there already is not added again.
    Uni<Void> emit(List<FollowUpEvent> events);
}
