package org.homeward.followup.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.homeward.followup.file.PatientFile;
import org.homeward.followup.patient.Identity;
import org.homeward.followup.patient.Monitoring;
import org.homeward.followup.patient.Patient;
import org.homeward.followup.registration.Registered;
import org.jspecify.annotations.Nullable;

/// A patient, with `relation` in the answer to a command.
@JsonInclude(JsonInclude.Include.NON_NULL)
record PatientView(
        UUID id,
        Name name,
        @Nullable LocalDate birthDate,
        String sex,
        List<IdentifierView> identifiers,
        @Nullable String phone,
        Team team,
        String status,
        @Nullable String statusReason,
        @Nullable Instant deceasedAt,
        int version,
        Instant registeredAt,
        @Nullable RelationView relation) {

    record Name(String family, List<String> given) {}

    record IdentifierView(String system, String value) {}

    record Team(UUID id, String name) {}

    static PatientView of(PatientFile file, Instant now) {
        return of(file, now, null);
    }

    static PatientView of(Registered registered, Instant now) {
        return of(registered.file(), now, RelationView.of(registered.careTeam()));
    }

    private static PatientView of(PatientFile file, Instant now, @Nullable RelationView relation) {
        Patient patient = file.patient();
        Identity who = patient.identity();
        Monitoring monitoring = file.monitoring(now);
        return new PatientView(
                patient.id().value(),
                new Name(who.family(), who.given()),
                who.birthDate(),
                patient.sex().code(),
                who.identifiers().stream()
                        .map(i -> new IdentifierView(i.system(), i.value()))
                        .toList(),
                who.phone(),
                new Team(patient.teamId(), file.teamName()),
                monitoring.status(),
                monitoring.reason().isEmpty() ? null : monitoring.reason(),
                patient.deceasedAt(),
                patient.version(),
                patient.registeredAt(),
                relation);
    }

    @Override
    public String toString() {
        return "PatientView[" + id + "]";
    }
}
