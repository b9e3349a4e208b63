package org.homeward.ingest.profile;

import java.util.Map;
import java.util.Optional;

/// What the keys of one kind of device mean. Without it a device that says `{"spo2":97}` could not
/// be understood, only guessed at.
public record Profile(String id, String name, Map<String, Meaning> keys) {
    /// Of a device that has none: no key means anything.
    public static final Profile NONE = new Profile("", "", Map.of());

    public Profile {
        keys = Map.copyOf(keys);
    }

    /// A key's code and the unit of a value that comes without one.
    ///
    /// @param code a code or alias of the table of codes
    /// @param unit UCUM
    public record Meaning(String code, String unit) {}

    public Optional<Meaning> meaning(String key) {
        return Optional.ofNullable(keys.get(key));
    }
}
