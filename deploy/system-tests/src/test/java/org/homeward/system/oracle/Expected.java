package org.homeward.system.oracle;

import java.util.UUID;
import org.homeward.events.Uuids;

/// An alert that must have been raised exactly once.
///
/// @param cleared whether it must have closed by itself
public record Expected(UUID patientId, String rule, String version, UUID onset, boolean cleared) {
    /// The id by the contract, section 3.
    public UUID id() {
        return Uuids.v5(patientId, rule, version, onset.toString(), "0");
    }
}
