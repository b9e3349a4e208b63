package org.homeward.ingest;

import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;

/// What keeps the store in shape. Fails when the store cannot be reached; the next turn comes.
public interface Upkeep {
    /// Makes the months ahead, forgets message ids past their time, joins old ranges of the account
    /// where they touch, and drops what is older than the policy says.
    Uni<Void> tidy();

    /// A month of readings that is there no more.
    record Dropped(LocalDate month, long readings) {}

    /// Drops months that end by a day (UTC), the oldest first. Their rollups stay, and a month that
    /// is not rolled up stays until it is. Of what was old when it came, a month goes if all of it
    /// came before that, too.
    Uni<List<Dropped>> dropBefore(LocalDate day);
}
