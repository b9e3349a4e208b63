package org.homeward.gateway.reading.change;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Why a reading is declared entered in error, in the clinician's words.
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ReadingVoiding")
public record Voiding(@Nullable String note) {
    static final Voiding NONE = new Voiding(null);
}
