package org.homeward.followup.patient;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What names a person. It is kept encrypted and printed as nothing.
public record Identity(
        String family,
        List<String> given,
        @Nullable LocalDate birthDate,
        List<Identifier> identifiers,
        @Nullable String phone) {
    public Identity {
        given = List.copyOf(given);
        identifiers = List.copyOf(identifiers);
    }

    @Override
    public String toString() {
        return "Identity[hidden]";
    }
}
