package org.homeward.gateway.device;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// When a device measures for whom; `patientId` is absent for those who may not know the patient.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AssignmentView(
        @Schema(required = true) UUID id,
        @Nullable UUID patientId,
        @Schema(required = true) Instant from,
        @Nullable Instant to,
        @Schema(description = "What a correction names in If-Match") @Nullable Integer version) {
    AssignmentView withoutPatient() {
        return new AssignmentView(id, null, from, to, version);
    }
}
