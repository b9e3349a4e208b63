package org.homeward.gateway.refusal;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.homeward.gateway.access.CurrentAccess;
import org.homeward.gateway.access.Requires;
import org.homeward.gateway.role.Permission;
import org.jboss.resteasy.reactive.server.Cancellable;

/// What became of everything that was sent, in numbers.
@Path("/api/v1/conservation")
@Produces(MediaType.APPLICATION_JSON)
@Cancellable(false)
@Authenticated
public class ConservationResource {
    private final RefusalClient accounts;
    private final CurrentAccess access;

    @Inject
    ConservationResource(@RestClient RefusalClient accounts, CurrentAccess access) {
        this.accounts = accounts;
        this.access = access;
    }

    @GET
    @Requires(Permission.CONSERVATION_READ)
    @Operation(summary = "The account of all readings that were sent, by what became of them")
    public Uni<ConservationView> get() {
        return accounts.conservation(access.actor());
    }
}
