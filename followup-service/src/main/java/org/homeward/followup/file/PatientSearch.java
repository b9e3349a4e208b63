package org.homeward.followup.file;

import java.util.List;
import org.homeward.followup.patient.PatientId;
import org.jspecify.annotations.Nullable;

/// A question for patients.
///
/// @param among null: all
/// @param query an identifier's value, a whole family name, or a part of a name
/// @param after the last patient of the page before
public record PatientSearch(
        @Nullable List<PatientId> among,
        @Nullable String query,
        int limit,
        @Nullable PatientId after) {
    @Override
    public String toString() {
        return "PatientSearch[hidden]";
    }
}
