package org.homeward.gateway.share;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.homeward.gateway.access.CurrentAccess;
import org.homeward.gateway.access.Permission;
import org.homeward.gateway.access.RelationProjection;
import org.homeward.gateway.access.Requires;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.Cancellable;

/// Links the login of a patient or of a carer with the patient's record. Until enrolment does it,
/// the care team does.
@Path("/api/v1/patients/{patientId}/relations")
@Produces(MediaType.APPLICATION_JSON)
@Cancellable(false)
@Authenticated
public class RelationResource {
    private final ShareClient shares;
    private final RelationProjection relations;
    private final CurrentAccess access;

    @Inject
    RelationResource(
            @RestClient ShareClient shares, RelationProjection relations, CurrentAccess access) {
        this.shares = shares;
        this.relations = relations;
        this.access = access;
    }

    /// A login that is linked already is answered with 200 and what there is.
    @POST
    @Requires(Permission.RELATION_WRITE)
    @Operation(summary = "Link the patient's or a carer's own login with the record")
    @APIResponseSchema(value = ShareView.class, responseCode = "201")
    public Uni<Response> link(@RestPath UUID patientId, NewRelation relation) {
        return shares.link(access.actor(), patientId, relation)
                .chain(
                        linked ->
                                relations
                                        .write(linked.getEntity().relation())
                                        .replaceWith(
                                                Response.status(linked.getStatus())
                                                        .entity(linked.getEntity().share())
                                                        .build()));
    }
}
