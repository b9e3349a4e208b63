package org.homeward.followup;

import io.smallrye.mutiny.Uni;

/// Something that becomes due because time passes. What is due is in the store, so that a chore may
/// be done by several replicas, or again.
public interface Chore {
    /// Does what is due by now.
    Uni<Void> catchUp();
}
