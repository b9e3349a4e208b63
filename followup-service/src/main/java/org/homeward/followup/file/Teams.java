package org.homeward.followup.file;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;
import org.homeward.followup.team.Team;

/// Teams with their members. Every method needs a transaction.
public interface Teams {
    Uni<List<Team>> all();

    /// Teams whose present version has not been published; they count as published afterwards.
    Uni<List<Team>> takeUnpublished();

    default Uni<List<Team>> ofMember(String subject) {
        return all().map(ts -> ts.stream().filter(t -> t.members().contains(subject)).toList());
    }

    default Uni<List<Team>> withId(UUID id) {
        return all().map(ts -> ts.stream().filter(t -> t.id().equals(id)).toList());
    }
}
