package org.homeward.ingest.correction;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A change of a reading that a critical alert stands on, which waits for a second person; until
/// then the reading stands.
///
/// @param version of which the first person spoke
/// @param correction what they want it to say; null to void it
/// @param alerts the critical alerts, as far as they are known
/// @param decided what the second person said; null while it waits
public record SecondLook(
        UUID id,
        UUID patientId,
        UUID readingId,
        int version,
        @Nullable Correction correction,
        Said asked,
        Set<UUID> alerts,
        @Nullable Decided decided) {

    /// What the second person said.
    public record Decided(boolean confirmed, Said said) {}

    public SecondLook {
        alerts = Set.copyOf(alerts);
    }

    /// Where it stands: `pending-second-look`, `confirmed` or `declined`.
    public String status() {
        return decided == null
                ? "pending-second-look"
                : decided.confirmed() ? "confirmed" : "declined";
    }

    SecondLook decided(boolean confirmed, Said said) {
        return new SecondLook(
                id,
                patientId,
                readingId,
                version,
                correction,
                asked,
                alerts,
                new Decided(confirmed, said));
    }
}
