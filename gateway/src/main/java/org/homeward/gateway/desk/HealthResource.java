package org.homeward.gateway.desk;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.homeward.gateway.access.CurrentAccess;
import org.homeward.gateway.access.Requires;
import org.homeward.gateway.edge.Links;
import org.homeward.gateway.edge.Query;
import org.homeward.gateway.role.Permission;
import org.homeward.gateway.upstream.Page;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/// How the devices are that somebody wears: heard, silent, empty.
@Path("/api/v1/device-health")
@Produces(MediaType.APPLICATION_JSON)
@Cancellable(false)
@Authenticated
public class HealthResource {
    private static final int MOST = 200;

    private final DeskClient desk;
    private final CurrentAccess access;

    @Inject
    HealthResource(@RestClient DeskClient desk, CurrentAccess access) {
        this.desk = desk;
        this.access = access;
    }

    @GET
    @Requires(Permission.DEVICE_HEALTH_READ)
    @Operation(summary = "How devices in use are; state is any, silent, battery-low or concerns")
    public Uni<Page<HealthView>> list(
            @RestQuery @Nullable String state,
            @RestQuery @Nullable String limit,
            @RestQuery @Nullable String cursor,
            @Context UriInfo uri) {
        Query query =
                new Query()
                        .with("state", state)
                        .with("limit", Links.limit(limit, MOST))
                        .with("cursor", cursor);
        return desk.health(access.actor(), query.parameters())
                .map(page -> Links.page(uri, page.items(), page.next()));
    }

    @GET
    @Path("{id}")
    @Requires(Permission.DEVICE_HEALTH_READ)
    @Operation(summary = "How one device is")
    public Uni<HealthView> get(@RestPath UUID id) {
        access.about(id);
        return desk.healthOf(access.actor(), id);
    }
}
