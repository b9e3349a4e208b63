package org.homeward.gateway.reading.change;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The answer to "is this the patient?".
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReadingIdentity(
        @Schema(required = true) @Nullable Boolean isPatient, @Nullable String note) {
    static final ReadingIdentity NONE = new ReadingIdentity(null, null);
}
