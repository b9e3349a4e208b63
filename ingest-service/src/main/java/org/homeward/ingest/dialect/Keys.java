package org.homeward.ingest.dialect;

import java.util.Optional;
import org.homeward.events.CodeTable;
import org.homeward.ingest.json.Fault;
import org.homeward.ingest.profile.Profile;

/// What a device's own word means: what its profile says, or what it says itself where it is a code
/// or alias of the table of codes. Never a guess.
final class Keys {
    private final Profile profile;

    Keys(Profile profile) {
        this.profile = profile;
    }

    /// The meaning; its unit is empty if the word is a code itself.
    ///
    /// @param field the field's path, for the verdict; the word itself is not repeated
    /// @throws Fault if it has none
    Profile.Meaning meaning(String word, String field) throws Fault {
        Optional<Profile.Meaning> meaning = profile.meaning(word).or(() -> itself(word));
        if (meaning.isEmpty()) {
            throw new Fault(
                    422,
                    "UNKNOWN_CODE",
                    field + ": neither a key of the device's profile nor a code");
        }
        return meaning.get();
    }

    /// Whether a word has a meaning.
    boolean isKnown(String word) {
        return profile.meaning(word).or(() -> itself(word)).isPresent();
    }

    private static Optional<Profile.Meaning> itself(String word) {
        return CodeTable.standard().loinc(word).map(_ -> new Profile.Meaning(word, ""));
    }
}
