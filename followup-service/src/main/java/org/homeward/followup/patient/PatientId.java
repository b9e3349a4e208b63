package org.homeward.followup.patient;

import java.util.UUID;

/// A patient's pseudonym: a random UUID, the only thing about a person that travels on topics.
public record PatientId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
