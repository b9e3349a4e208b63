package org.homeward.gateway.recall;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What is called back: all that is said has to hold, and at least a maker, model, serials, device
/// identifier or firmware is said.
///
/// @param di the device identifier of the UDI
/// @param limit and `cursor` are the query's
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Recall(
        @Nullable String manufacturer,
        @Nullable String model,
        @Nullable List<String> serials,
        @Nullable String di,
        @Nullable String firmware,
        @Nullable Instant from,
        @Nullable Instant to,
        @Schema(hidden = true) @Nullable String limit,
        @Schema(hidden = true) @Nullable String cursor) {

    Recall page(String most, @Nullable String from) {
        return new Recall(manufacturer, model, serials, di, firmware, this.from, to, most, from);
    }
}
