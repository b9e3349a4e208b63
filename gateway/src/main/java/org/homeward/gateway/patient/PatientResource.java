package org.homeward.gateway.patient;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.homeward.gateway.access.Access;
import org.homeward.gateway.access.CurrentAccess;
import org.homeward.gateway.access.RelationProjection;
import org.homeward.gateway.access.Requires;
import org.homeward.gateway.edge.Etags;
import org.homeward.gateway.edge.Links;
import org.homeward.gateway.role.Permission;
import org.homeward.gateway.role.Role;
import org.homeward.gateway.upstream.Page;
import org.homeward.kit.problem.Problem;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/// Patients: identity for those who care for them.
@Path("/api/v1/patients")
@Produces(MediaType.APPLICATION_JSON)
@Cancellable(false)
@Authenticated
public class PatientResource {
    private static final int MOST = 200;

    private final PatientClient patients;
    private final RelationProjection relations;
    private final Memberships teams;
    private final Access gate;
    private final CurrentAccess access;

    @Inject
    PatientResource(
            @RestClient PatientClient patients,
            RelationProjection relations,
            Memberships teams,
            Access gate,
            CurrentAccess access) {
        this.patients = patients;
        this.relations = relations;
        this.teams = teams;
        this.gate = gate;
        this.access = access;
    }

    @GET
    @Requires(Permission.IDENTITY_READ)
    @Operation(summary = "Patients within reach, by family name")
    public Uni<Page<PatientView>> list(
            @RestQuery @Nullable String query,
            @RestQuery @Nullable String limit,
            @RestQuery @Nullable String cursor,
            @Context UriInfo uri) {
        int size = Links.limit(limit, MOST);
        return gate.visible(access.caller(), Permission.IDENTITY_READ)
                .chain(
                        ids ->
                                ids.isEmpty()
                                        ? Uni.createFrom()
                                                .item(new Page<PatientView>(List.of(), null))
                                        : patients.search(
                                                access.actor(),
                                                new PatientClient.Search(ids, query, size, cursor)))
                .map(
                        page ->
                                Links.page(
                                        uri,
                                        page.items().stream().map(this::shown).toList(),
                                        page.next()));
    }

    private PatientView shown(PatientView patient) {
        return access.granted().role() == Role.CARER ? patient.minimal() : patient;
    }

    @GET
    @Path("{patientId}")
    @Requires(Permission.IDENTITY_READ)
    @Operation(summary = "One patient")
    @APIResponseSchema(PatientView.class)
    public Uni<Response> get(@RestPath UUID patientId) {
        return patients.get(access.actor(), patientId)
                .map(patient -> Etags.tagged(shown(patient), patient.version()));
    }

    /// Registers a patient with one of the caller's teams. Someone known already is answered with
    /// 200 to whoever may see them, and with 409 to others.
    @POST
    @Requires(Permission.PATIENT_REGISTER)
    @Operation(summary = "Register a patient with one of the caller's teams")
    @APIResponseSchema(value = PatientView.class, responseCode = "201")
    public Uni<Response> register(PatientRegistration registration, @Context UriInfo uri) {
        return teams.require(access.caller(), registration.teamId())
                .chain(() -> patients.register(access.actor(), registration))
                .chain(
                        answer ->
                                relations
                                        .write(answer.getEntity().relation())
                                        .chain(() -> seen(answer.getEntity().patient()))
                                        .map(patient -> created(patient, answer.getStatus())));
    }

    private Uni<PatientView> seen(PatientView patient) {
        return gate.require(Permission.IDENTITY_READ, patient.id())
                .map(granted -> patient)
                .onFailure(Problem.class)
                .transform(
                        e ->
                                new Problem(
                                        409,
                                        "KNOWN_ELSEWHERE",
                                        "One of the identifiers is another patient's."));
    }

    private static Response created(PatientView patient, int status) {
        return Response.fromResponse(Etags.tagged(patient, patient.version()))
                .status(status)
                .location(URI.create("/api/v1/patients/" + patient.id()))
                .build();
    }

    @PATCH
    @Path("{patientId}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @Requires(Permission.IDENTITY_WRITE)
    @Operation(summary = "Change a patient's details or standing, by merge patch")
    @RequestBody(content = @Content(schema = @Schema(implementation = PatientView.class)))
    @APIResponseSchema(PatientView.class)
    public Uni<Response> patch(
            @RestPath UUID patientId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            String patch) {
        String version = Etags.required(ifMatch);
        return patients.patch(access.actor(), version, patientId, patch)
                .chain(
                        changed ->
                                relations
                                        .write(changed.relation())
                                        .replaceWith(
                                                Etags.tagged(
                                                        changed.patient(),
                                                        changed.patient().version())));
    }
}
