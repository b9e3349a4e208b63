package org.homeward.followup.work;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.UUID;
import org.homeward.followup.episode.FollowedAlert;

/// What is remembered of alerts. Every method needs a transaction.
public interface FollowedAlerts {
    Uni<Optional<FollowedAlert>> lock(UUID alert);

    Uni<Void> save(FollowedAlert alert);
}
