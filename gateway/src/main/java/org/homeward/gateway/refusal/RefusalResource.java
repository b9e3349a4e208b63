package org.homeward.gateway.refusal;

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

/// What was sent and did not become a reading, with its reason.
@Path("/api/v1/refusals")
@Produces(MediaType.APPLICATION_JSON)
@Cancellable(false)
@Authenticated
public class RefusalResource {
    private static final int MOST = 200;

    private final RefusalClient refusals;
    private final CurrentAccess access;

    @Inject
    RefusalResource(@RestClient RefusalClient refusals, CurrentAccess access) {
        this.refusals = refusals;
        this.access = access;
    }

    /// The filters of the list: of receipt `from` and before `to`, `text` being a part of the
    /// detail such as a field's path.
    public record Filter(
            @RestQuery @Nullable UUID deviceId,
            @RestQuery @Nullable String reason,
            @RestQuery @Nullable String from,
            @RestQuery @Nullable String to,
            @RestQuery @Nullable String text,
            @RestQuery @Nullable String limit,
            @RestQuery @Nullable String cursor) {}

    @GET
    @Requires(Permission.REFUSAL_READ)
    @Operation(summary = "What was refused and why, newest first; the payload for the device desk")
    public Uni<Page<RefusalView>> list(@BeanParam Filter filter, @Context UriInfo uri) {
        Query query =
                new Query()
                        .with("deviceId", filter.deviceId())
                        .with("reason", filter.reason())
                        .with("from", filter.from())
                        .with("to", filter.to())
                        .with("text", filter.text())
                        .with("limit", Links.limit(filter.limit(), MOST))
                        .with("cursor", filter.cursor());
        return refusals.list(access.actor(), query.parameters())
                .map(page -> Links.page(uri, page.items(), page.next()));
    }

    /// With its first time of receipt and identity; what was accepted before is not sent twice.
    @POST
    @Path("{id}/redrive")
    @Requires(Permission.REFUSAL_REDRIVE)
    @Operation(summary = "Send what was refused through its door again, after a fix")
    public Uni<RefusalView> redrive(@RestPath UUID id) {
        access.about(id);
        return refusals.redrive(access.actor(), id);
    }
}
