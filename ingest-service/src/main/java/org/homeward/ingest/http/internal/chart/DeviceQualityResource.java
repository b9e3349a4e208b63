package org.homeward.ingest.http.internal.chart;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.homeward.ingest.quality.Quality;
import org.jspecify.annotations.Nullable;

/// How good a device's readings are, over time, whoever wore it.
@Path("/internal/v1/devices/{id}/quality")
@Authenticated
public class DeviceQualityResource {
    private final Quality quality;

    @Inject
    DeviceQualityResource(Quality quality) {
        this.quality = quality;
    }

    @GET
    public Uni<QualityView> ofDevice(
            @PathParam("id") UUID id,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to) {
        Quality.Days days = QualityResource.days(from, to);
        return quality.ofDevice(id, days).map(found -> QualityView.of(days, found));
    }
}
