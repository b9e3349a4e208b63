package org.homeward.gateway.alert;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.homeward.gateway.access.CurrentAccess;
import org.homeward.gateway.access.Requires;
import org.homeward.gateway.edge.Links;
import org.homeward.gateway.role.Permission;
import org.homeward.gateway.upstream.Page;

/// The catalogue of rules.
@Path("/api/v1/rules")
@Authenticated
public class RuleResource {
    private final AlertClient alerts;
    private final CurrentAccess access;

    @Inject
    RuleResource(@RestClient AlertClient alerts, CurrentAccess access) {
        this.alerts = alerts;
        this.access = access;
    }

    @GET
    @Requires(Permission.RULES_READ)
    @Operation(summary = "The rules of the default pack, as they are applied")
    public Uni<Page<RuleView>> list(@Context UriInfo uri) {
        return alerts.rules(access.actor()).map(page -> Links.page(uri, page.items(), null));
    }
}
