package org.homeward.ingest.http.internal.chart;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.homeward.ingest.correction.ChangeReadings;
import org.homeward.ingest.correction.Corrections;
import org.homeward.ingest.correction.Said;
import org.homeward.ingest.http.internal.ListView;
import org.homeward.kit.caller.CurrentActor;
import org.homeward.kit.problem.Problem;
import org.jspecify.annotations.Nullable;

/// What a clinician says of a stored reading, and the versions that come of it.
@Path("/internal/v1")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public class ChangesResource {
    private final ChangeReadings changes;
    private final Corrections corrections;
    private final CurrentActor actor;

    @Inject
    ChangesResource(ChangeReadings changes, Corrections corrections, CurrentActor actor) {
        this.changes = changes;
        this.corrections = corrections;
        this.actor = actor;
    }

    @POST
    @Path("/patients/{patientId}/readings/{id}/void")
    @RolesAllowed({"nurse", "physician"})
    public Uni<Response> voidReading(
            @PathParam("patientId") UUID patientId,
            @PathParam("id") UUID id,
            Bodies.@Nullable Why why) {
        return changes.voidReading(patientId, id, said(Bodies.note(why)))
                .map(ChangesResource::answer);
    }

    @POST
    @Path("/patients/{patientId}/readings/{id}/correct")
    @RolesAllowed({"nurse", "physician"})
    public Uni<Response> correct(
            @PathParam("patientId") UUID patientId,
            @PathParam("id") UUID id,
            Bodies.@Nullable Corrected body) {
        Bodies.Corrected wanted = body == null ? Bodies.Corrected.NONE : body;
        Said said = said(Bodies.required(wanted.note()));
        return changes.correct(patientId, id, wanted.correction(), said)
                .map(ChangesResource::answer);
    }

    /// 202 where a second person is asked.
    private static Response answer(Corrections.Decision decision) {
        return switch (decision) {
            case Corrections.Replacement made -> Response.ok(ReadingView.of(made.after())).build();
            case Corrections.Ask ask -> Response.accepted(SecondLookView.of(ask.look())).build();
        };
    }

    @GET
    @Path("/patients/{patientId}/readings/{id}/versions")
    public Uni<ListView<VersionView>> versions(
            @PathParam("patientId") UUID patientId, @PathParam("id") UUID id) {
        return corrections
                .versions(patientId, id)
                .map(
                        found -> {
                            if (found.isEmpty()) {
                                throw Problem.notFound();
                            }
                            return new ListView<>(
                                    found.stream().map(VersionView::of).toList(), null);
                        });
    }

    private Said said(String note) {
        return Bodies.said(actor.get(), note);
    }
}
