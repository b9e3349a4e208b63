package org.homeward.gateway.refusal;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.homeward.gateway.upstream.Given;

/// The account of everything that was sent; nothing is unaccounted for when all is well.
public record ConservationView(
        @Schema(required = true) List<Partition> partitions,
        @Schema(required = true) long unaccounted) {
    public ConservationView {
        partitions = Given.list(partitions);
    }

    /// One partition of the log.
    @Schema(name = "ConservationPartition")
    public record Partition(
            @Schema(required = true) int partition,
            @Schema(required = true) long position,
            @Schema(required = true) long items,
            @Schema(required = true) long stored,
            @Schema(required = true) long duplicate,
            @Schema(required = true) long quarantined,
            @Schema(required = true) long refused,
            @Schema(required = true) long conflict,
            @Schema(required = true) long unaccounted) {}
}
