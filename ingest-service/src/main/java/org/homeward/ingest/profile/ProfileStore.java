package org.homeward.ingest.profile;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/// The profiles that are kept. Fails when the store cannot be reached.
public interface ProfileStore {
    /// A profile as it stands.
    record Kept(Profile profile, int version) {}

    Uni<Optional<Kept>> find(String id);

    /// All, by id.
    Uni<List<Kept>> all();

    /// Adds a profile, or replaces the version named; empty if another version stands there.
    ///
    /// @param version of what is replaced; 0 if there is none yet
    Uni<Optional<Kept>> put(Profile profile, int version, String by);
}
