package org.homeward.ingest.http.internal.desk;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.Locale;
import java.util.UUID;
import org.homeward.ingest.desk.HealthList;
import org.homeward.ingest.http.internal.ListView;
import org.homeward.ingest.http.internal.Params;
import org.homeward.kit.problem.Problem;
import org.jspecify.annotations.Nullable;

/// How the devices are that somebody wears, for the gateway.
@Path("/internal/v1/device-health")
@RolesAllowed({"device-admin", "ops-admin"})
public class HealthResource {
    private static final int MOST = 200;

    private final HealthList devices;

    @Inject
    HealthResource(HealthList devices) {
        this.devices = devices;
    }

    @GET
    public Uni<ListView<HealthView>> list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return devices.page(state(state), Params.limit(limit, MOST), Params.cursor(cursor))
                .map(page -> ListView.of(page, HealthView::of));
    }

    private static HealthList.State state(@Nullable String word) {
        if (word == null || word.isEmpty()) {
            return HealthList.State.ANY;
        }
        for (HealthList.State state : HealthList.State.values()) {
            if (state.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(word)) {
                return state;
            }
        }
        throw Params.invalid("state", "is none of any, silent, battery-low, concerns");
    }

    @GET
    @Path("/{id}")
    public Uni<HealthView> find(@PathParam("id") UUID id) {
        return devices.find(id).map(found -> HealthView.of(found.orElseThrow(Problem::notFound)));
    }
}
