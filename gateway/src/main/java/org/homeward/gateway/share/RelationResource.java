package org.homeward.gateway.share;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.homeward.gateway.access.CurrentAccess;
import org.homeward.gateway.access.Permission;
import org.homeward.gateway.access.RelationProjection;
import org.homeward.gateway.access.Requires;
import org.jboss.resteasy.reactive.RestPath;

/// Links the login of a patient or of a carer with the patient's record. Until enrolment does it,
/// the care team does.
@Path("/api/v1/patients/{patientId}/relations")
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

    @POST
    @Requires(Permission.SHARE_WRITE)
    @Operation(hidden = true)
    public Uni<Response> link(@RestPath UUID patientId, NewRelation relation) {
        return shares.link(access.actor(), patientId, relation)
                .chain(
                        linked ->
                                relations
                                        .write(linked.relation())
                                        .replaceWith(
                                                Response.status(201)
                                                        .entity(linked.share())
                                                        .build()));
    }
}
