package org.homeward.alert;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where alerts and what people did about them are kept. Fails with the refusal that a decision
/// throws, with 404 for an unknown id, and otherwise only when the database cannot be reached.
public interface Alerts {
    Uni<Alert> find(UUID id);

    /// Loads the alert, decides, stores and publishes in one transaction; decides anew if somebody
    /// else was faster.
    Uni<Alert> change(UUID id, Decide decide);

    Uni<Page> search(Query query);

    /// A human command: throws a refusal or gives the change.
    interface Decide {
        AlertChange on(Alert alert);
    }

    /// What to look for.
    ///
    /// @param patientIds null for all
    /// @param status null for all; open means neither closed nor retrospective
    /// @param after the last alert of the page before
    record Query(
            @Nullable List<UUID> patientIds,
            Alert.@Nullable Status status,
            int limit,
            @Nullable Position after) {}

    /// A place in the list, newest first.
    record Position(Instant raisedAt, UUID id) {}

    record Page(List<Alert> items, @Nullable Position next) {}
}
