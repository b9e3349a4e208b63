package org.homeward.followup.http;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.UUID;
import org.homeward.followup.Transactions;
import org.homeward.followup.file.PatientFiles;
import org.homeward.followup.file.PatientIndex;
import org.homeward.followup.file.PatientSearch;
import org.homeward.followup.http.body.EntityTag;
import org.homeward.followup.http.body.JsonBody;
import org.homeward.followup.http.body.ListView;
import org.homeward.followup.patient.PatientId;
import org.homeward.followup.patient.PatientPatch;
import org.homeward.followup.registration.ChangePatient;
import org.homeward.followup.registration.RegisterPatient;
import org.homeward.followup.registration.Registered;
import org.homeward.followup.registration.Registration;
import org.homeward.kit.caller.Actor;
import org.homeward.kit.caller.CurrentActor;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

@Path("/internal/v1/patients")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PatientResource {
    private final RegisterPatient registerPatient;
    private final ChangePatient changePatient;
    private final Transactions transactions;
    private final PatientFiles files;
    private final PatientIndex index;
    private final CurrentActor actor;

    @Inject
    PatientResource(
            RegisterPatient registerPatient,
            ChangePatient changePatient,
            Transactions transactions,
            PatientFiles files,
            PatientIndex index,
            CurrentActor actor) {
        this.registerPatient = registerPatient;
        this.changePatient = changePatient;
        this.transactions = transactions;
        this.files = files;
        this.index = index;
        this.actor = actor;
    }

    @POST
    @RolesAllowed({"nurse", "physician"})
    public Uni<RestResponse<PatientView>> register(byte[] body) {
        Actor author = actor.get();
        Registration asked = PatientBodies.registration(JsonBody.fields(body));
        return registerPatient.register(asked, author).map(PatientResource::answer);
    }

    private static RestResponse<PatientView> answer(Registered registered) {
        return ResponseBuilder.create(
                        registered.created() ? RestResponse.Status.CREATED : RestResponse.Status.OK,
                        PatientView.of(registered, Instant.now()))
                .header(HttpHeaders.ETAG, EntityTag.of(registered.file().patient().version()))
                .build();
    }

    @POST
    @Path("/search")
    @Authenticated
    public Uni<ListView<PatientView>> search(byte[] body) {
        PatientSearch search = PatientBodies.search(JsonBody.fieldsOrNone(body));
        return transactions.run(
                () ->
                        index.search(search)
                                .chain(
                                        page ->
                                                files.of(page.items())
                                                        .map(
                                                                found ->
                                                                        new ListView<>(
                                                                                found.stream()
                                                                                        .map(
                                                                                                f ->
                                                                                                        PatientView
                                                                                                                .of(
                                                                                                                        f,
                                                                                                                        Instant
                                                                                                                                .now()))
                                                                                        .toList(),
                                                                                page.next()))));
    }

    @GET
    @Path("/{id}")
    @Authenticated
    public Uni<RestResponse<PatientView>> get(@RestPath UUID id) {
        return transactions
                .run(() -> files.load(new PatientId(id)))
                .map(
                        file ->
                                ResponseBuilder.ok(PatientView.of(file, Instant.now()))
                                        .header(
                                                HttpHeaders.ETAG,
                                                EntityTag.of(file.patient().version()))
                                        .build());
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @RolesAllowed({"nurse", "physician"})
    public Uni<RestResponse<PatientView>> patch(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            byte[] body) {
        Actor author = actor.get();
        int version = EntityTag.needed(ifMatch);
        PatientPatch patch = PatientBodies.patch(JsonBody.fields(body));
        return changePatient
                .change(new PatientId(id), patch, version, author)
                .map(PatientResource::answer);
    }
}
