package org.homeward.gateway.patient;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.homeward.gateway.upstream.Given;
import org.jspecify.annotations.Nullable;

/// A patient's identity and whether they are monitored.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PatientView(
        @Schema(required = true) UUID id,
        @Schema(required = true) Name name,
        @Nullable LocalDate birthDate,
        @Schema(enumeration = {"female", "male", "other", "unknown"}) @Nullable String sex,
        List<Identifier> identifiers,
        @Nullable String phone,
        @Nullable TeamRef team,
        @Schema(
                        required = true,
                        enumeration = {"monitored", "not monitored", "paused"})
                String status,
        @Nullable String statusReason,
        @Nullable Instant deceasedAt,
        @Schema(required = true) int version,
        @Nullable Instant registeredAt) {
    @Schema(name = "PatientName")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Name(
            @Schema(required = true) String family, @Schema(required = true) List<String> given) {
        public Name {
            given = Given.list(given);
        }
    }

    public record Identifier(
            @Schema(required = true) String system, @Schema(required = true) String value) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record TeamRef(@Schema(required = true) UUID id, @Nullable String name) {}

    public PatientView {
        identifiers = Given.list(identifiers);
    }

    /// What a carer needs: who it is, without identifiers and phone.
    public PatientView minimal() {
        return new PatientView(
                id,
                name,
                birthDate,
                sex,
                List.of(),
                null,
                team,
                status,
                statusReason,
                deceasedAt,
                version,
                registeredAt);
    }
}
