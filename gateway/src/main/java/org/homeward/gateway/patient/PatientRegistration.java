package org.homeward.gateway.patient;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.homeward.gateway.upstream.Given;
import org.jspecify.annotations.Nullable;

/// A patient to register; `team` absent means the caller's own.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PatientRegistration(
        @Schema(required = true) PatientView.Name name,
        @Nullable LocalDate birthDate,
        @Nullable String sex,
        List<PatientView.Identifier> identifiers,
        @Nullable UUID teamId,
        @Nullable Instant deceasedAt,
        @Nullable UUID id,
        @Nullable String phone) {
    public PatientRegistration {
        identifiers = Given.list(identifiers);
    }
}
