package org.homeward.gateway.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.homeward.gateway.upstream.Given;

/// What became of each reading entered: accepted with its id, or rejected with the reason.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Verdicts(
        @Schema(required = true) List<Accepted> accepted,
        @Schema(required = true) List<Rejected> rejected) {
    @Schema(name = "AcceptedReading")
    public record Accepted(@Schema(required = true) int index, @Schema(required = true) UUID id) {}

    @Schema(name = "RejectedReading")
    public record Rejected(
            @Schema(required = true) int index,
            @Schema(required = true) String code,
            @Schema(required = true) String detail) {}

    public Verdicts {
        accepted = Given.list(accepted);
        rejected = Given.list(rejected);
    }
}
