package org.homeward.gateway.share;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.util.Base64;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.homeward.gateway.access.CurrentAccess;
import org.homeward.gateway.access.Relation;
import org.homeward.gateway.access.RelationProjection;
import org.homeward.gateway.access.Requires;
import org.homeward.gateway.edge.Links;
import org.homeward.gateway.role.Permission;
import org.homeward.gateway.upstream.Page;
import org.homeward.kit.problem.Problem;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/// With whom a patient's record is shared, and whose login is the patient's own or a carer's. The
/// changed relation is in the projection before the answer leaves, so that it counts from the next
/// request on.
@Path("/api/v1/patients/{patientId}")
@Produces(MediaType.APPLICATION_JSON)
@Cancellable(false)
@Authenticated
public class ShareResource {
    private static final String RELATION_HEADER = "Homeward-Relation";

    private final ShareClient shares;
    private final RelationProjection relations;
    private final CurrentAccess access;
    private final ObjectMapper json;

    @Inject
    ShareResource(
            @RestClient ShareClient shares,
            RelationProjection relations,
            CurrentAccess access,
            ObjectMapper json) {
        this.shares = shares;
        this.relations = relations;
        this.access = access;
        this.json = json;
    }

    @GET
    @Path("shares")
    @Requires(Permission.SHARE_READ)
    @Operation(summary = "With whom the patient's record is shared")
    public Uni<Page<ShareView>> list(@RestPath UUID patientId, @Context UriInfo uri) {
        return shares.list(access.actor(), patientId)
                .map(page -> Links.page(uri, page.items(), null));
    }

    @POST
    @Path("shares")
    @Requires(Permission.SHARE_WRITE)
    @Operation(summary = "Share the patient's record with a practitioner")
    @APIResponseSchema(value = ShareView.class, responseCode = "201")
    public Uni<Response> grant(@RestPath UUID patientId, NewShare share) {
        return shares.grant(access.actor(), patientId, share).chain(this::written);
    }

    /// Until enrolment does it, the care team does. A login that is linked already is answered with
    /// 200 and what there is.
    @POST
    @Path("relations")
    @Requires(Permission.RELATION_WRITE)
    @Operation(summary = "Link the patient's or a carer's own login with the record")
    @APIResponseSchema(value = ShareView.class, responseCode = "201")
    public Uni<Response> link(@RestPath UUID patientId, NewRelation relation) {
        return shares.link(access.actor(), patientId, relation).chain(this::written);
    }

    private Uni<Response> written(RestResponse<GrantedShare> answer) {
        GrantedShare granted = answer.getEntity();
        return relations
                .write(granted.relation())
                .replaceWith(Response.status(answer.getStatus()).entity(granted.share()).build());
    }

    @DELETE
    @Path("shares/{shareId}")
    @Requires(Permission.SHARE_WRITE)
    @Operation(summary = "End a share, or the link of a login")
    @APIResponse(responseCode = "204", description = "Ended")
    public Uni<Response> end(@RestPath UUID patientId, @RestPath UUID shareId) {
        access.about(shareId);
        return shares.end(access.actor(), patientId, shareId)
                .chain(answer -> relations.write(relation(answer.getHeaderString(RELATION_HEADER))))
                .replaceWith(Response.noContent().build());
    }

    private @Nullable Relation relation(@Nullable String header) {
        if (header == null) {
            return null;
        }
        try {
            return json.readValue(Base64.getDecoder().decode(header), Relation.class);
        } catch (IOException | IllegalArgumentException e) {
            throw new Problem(503, "SERVICE_UNAVAILABLE", "The change is not confirmed yet.");
        }
    }
}
