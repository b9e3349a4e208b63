package org.homeward.gateway.plan;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.homeward.gateway.access.CurrentAccess;
import org.homeward.gateway.access.RelationProjection;
import org.homeward.gateway.access.Requires;
import org.homeward.gateway.edge.Etags;
import org.homeward.gateway.edge.Links;
import org.homeward.gateway.role.Permission;
import org.homeward.gateway.role.Role;
import org.homeward.gateway.upstream.Page;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/// A patient's care plan.
@Path("/api/v1/patients/{patientId}/care-plan")
@Produces(MediaType.APPLICATION_JSON)
@Cancellable(false)
@Authenticated
public class PlanResource {
    private final PlanClient plans;
    private final RelationProjection relations;
    private final CurrentAccess access;

    @Inject
    PlanResource(@RestClient PlanClient plans, RelationProjection relations, CurrentAccess access) {
        this.plans = plans;
        this.relations = relations;
        this.access = access;
    }

    @GET
    @Requires(Permission.CARE_PLAN_READ)
    @Operation(summary = "The patient's care plan as it stands")
    @APIResponseSchema(CarePlanView.class)
    public Uni<Response> get(@RestPath UUID patientId) {
        boolean carer = access.granted().role() == Role.CARER;
        return plans.get(access.actor(), patientId)
                .map(plan -> Etags.tagged(carer ? plan.withoutThresholds() : plan, plan.version()));
    }

    /// Passes the body on as it is, so that a threshold stays the decimal that was typed.
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Permission.CARE_PLAN_WRITE)
    @Operation(summary = "Change the care plan")
    @RequestBody(content = @Content(schema = @Schema(implementation = CarePlanView.class)))
    @APIResponseSchema(CarePlanView.class)
    public Uni<Response> put(
            @RestPath UUID patientId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            String plan) {
        String version = Etags.required(ifMatch);
        return plans.put(access.actor(), version, patientId, plan)
                .chain(
                        changed ->
                                relations
                                        .write(changed.relation())
                                        .replaceWith(
                                                Etags.tagged(
                                                        changed.plan(), changed.plan().version())));
    }

    @GET
    @Path("versions")
    @Requires(Permission.CARE_PLAN_READ)
    @Operation(summary = "The care plan's versions, with who, when and why")
    public Uni<Page<PlanVersion>> versions(@RestPath UUID patientId, @Context UriInfo uri) {
        boolean carer = access.granted().role() == Role.CARER;
        return plans.versions(access.actor(), patientId)
                .map(page -> Links.page(uri, shown(page.items(), carer), null));
    }

    private static List<PlanVersion> shown(List<PlanVersion> versions, boolean carer) {
        return carer ? versions.stream().map(PlanVersion::withoutThresholds).toList() : versions;
    }
}
