package org.homeward.ingest.correction;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.homeward.ingest.reading.Reading;
import org.homeward.kit.outbox.OutboxEvent;
import org.jspecify.annotations.Nullable;

/// Changes readings by a person's word: the earlier version stays, and all consumers are told.
/// Fails when the store cannot be reached, and as the decision fails; then nothing has changed.
public interface Corrections {
    /// A reading as it is, and who made it so.
    ///
    /// @param newestOther when the newest of the patient's other readings was measured
    record Standing(Reading reading, @Nullable Change last, Optional<Instant> newestOther) {}

    /// Who changed a version into the next, and why.
    ///
    /// @param confirmedBy the second person where one was needed; else empty
    /// @param reason a word of ours, such as `entered-in-error`
    /// @param criticalAlerts that the earlier version was evidence of
    record Change(
            String by,
            String confirmedBy,
            Instant at,
            String reason,
            String note,
            Set<UUID> criticalAlerts) {
        public Change {
            criticalAlerts = Set.copyOf(criticalAlerts);
        }
    }

    /// What a person's word leads to.
    sealed interface Decision {}

    /// What takes the reading's place.
    ///
    /// @param event tells the others
    record Replacement(Reading after, Change change, OutboxEvent event) implements Decision {}

    /// A second person is asked; the reading stands.
    record Ask(SecondLook look) implements Decision {}

    /// A version of a reading.
    ///
    /// @param replaced how it ended; null for the present one
    record Version(Reading reading, @Nullable Change replaced) {}

    /// Lets one person decide at a time; empty if the patient has no such reading. Fails with 409
    /// if another second look at it is pending.
    Uni<Optional<Decision>> change(
            UUID patientId, UUID readingId, Function<Standing, Decision> decide);

    /// Newest first, those that were this patient's; none if the patient has no such reading.
    Uni<List<Version>> versions(UUID patientId, UUID readingId);

    /// Says what has been done as events of the wire.
    interface Events {
        /// A reading is void.
        ///
        /// @param newest when the newest reading was measured that the patient has left
        OutboxEvent voided(Reading reading, Change change, Optional<Instant> newest);

        OutboxEvent corrected(Reading reading, Change change);
    }
}
