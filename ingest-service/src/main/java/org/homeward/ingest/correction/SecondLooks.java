package org.homeward.ingest.correction;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.homeward.ingest.correction.Corrections.Replacement;
import org.homeward.ingest.correction.Corrections.Standing;

/// Changes that wait for a second person. Fails when the store cannot be reached, and as the
/// decision fails; then nothing has changed.
public interface SecondLooks {
    /// Which one is meant.
    record Key(UUID patientId, UUID readingId, UUID id) {}

    /// What the second person's word leads to.
    record Confirmation(SecondLook look, Replacement made) {}

    /// Of a patient, the newest first, at most 200: those that wait, and those of the last 30 days
    /// that nobody declined but whose reading became another patient's.
    Uni<List<SecondLook>> pending(UUID patientId);

    /// Carries it out, one person at a time; empty if the patient has no such one.
    Uni<Optional<Confirmation>> confirm(
            Key key, BiFunction<SecondLook, Standing, Confirmation> decide);

    /// Empty if the patient has no such one.
    Uni<Optional<SecondLook>> decline(Key key, UnaryOperator<SecondLook> decide);
}
