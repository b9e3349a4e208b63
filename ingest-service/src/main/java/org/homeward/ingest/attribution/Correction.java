package org.homeward.ingest.attribution;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A person's word that an assignment was wrong.
///
/// @param version the version of the assignment that the person has seen
public record Correction(UUID deviceId, UUID assignmentId, int version, Change change, Word word) {

    /// Who says so.
    ///
    /// @param by the Keycloak subject
    /// @param reason in the person's words; stays in the store
    public record Word(String by, Instant at, String reason) {}

    /// What is to be.
    public sealed interface Change {
        /// The assignment as it is then; null if it is none.
        @Nullable Worn of(Worn before);
    }

    /// The assignment says something else; what is null stays.
    ///
    /// @param until counts where `saysUntil`: null is until further notice
    public record Patch(
            @Nullable UUID patientId,
            @Nullable Instant from,
            boolean saysUntil,
            @Nullable Instant until)
            implements Change {
        @Override
        public Worn of(Worn before) {
            Stretch was = before.stretch();
            return new Worn(
                    patientId == null ? before.patientId() : patientId,
                    new Stretch(from == null ? was.from() : from, saysUntil ? until : was.until()));
        }
    }

    /// It was made by mistake.
    public record Removal() implements Change {
        @Override
        public @Nullable Worn of(Worn before) {
            return null;
        }
    }
}
