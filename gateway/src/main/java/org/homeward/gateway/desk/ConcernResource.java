package org.homeward.gateway.desk;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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

/// The device desk's queue: batteries, clocks, silence, credentials.
@Path("/api/v1/device-concerns")
@Produces(MediaType.APPLICATION_JSON)
@Cancellable(false)
@Authenticated
public class ConcernResource {
    private static final int MOST = 200;

    private final DeskClient desk;
    private final CurrentAccess access;

    @Inject
    ConcernResource(@RestClient DeskClient desk, CurrentAccess access) {
        this.desk = desk;
        this.access = access;
    }

    /// The filters of the list; `status` is open or closed.
    public record Filter(
            @RestQuery @Nullable String status,
            @RestQuery @Nullable UUID deviceId,
            @RestQuery @Nullable String kind,
            @RestQuery @Nullable String limit,
            @RestQuery @Nullable String cursor) {}

    @GET
    @Requires(Permission.DEVICE_WRITE)
    @Operation(summary = "What the device desk must look at, newest first")
    public Uni<Page<ConcernView>> list(@BeanParam Filter filter, @Context UriInfo uri) {
        Query query =
                new Query()
                        .with("status", filter.status())
                        .with("deviceId", filter.deviceId())
                        .with("kind", filter.kind())
                        .with("limit", Links.limit(filter.limit(), MOST))
                        .with("cursor", filter.cursor());
        return desk.concerns(access.actor(), query.parameters())
                .map(page -> Links.page(uri, page.items(), page.next()));
    }

    /// What is told afterwards opens another.
    @POST
    @Path("{id}/close")
    @Requires(Permission.DEVICE_WRITE)
    @Operation(summary = "Close a device concern")
    public Uni<ConcernView> close(@RestPath UUID id, @Nullable ConcernClosing closing) {
        access.about(id);
        return desk.close(access.actor(), id, closing == null ? ConcernClosing.NONE : closing);
    }
}
