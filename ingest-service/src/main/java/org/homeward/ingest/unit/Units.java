package org.homeward.ingest.unit;

import java.util.Optional;

/// What is known about units. Never fails and never guesses: an unknown unit is an empty answer.
public interface Units {
    /// How to get from one UCUM unit to another; empty if one is unknown or they measure different
    /// things.
    Optional<Conversion> between(String from, String to);

    /// Whether the text is a UCUM unit at all.
    boolean isUnit(String unit);
}
