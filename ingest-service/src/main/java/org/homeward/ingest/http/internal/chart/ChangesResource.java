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
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.homeward.ingest.correction.ChangeReadings;
import org.homeward.ingest.correction.Corrections;
import org.homeward.ingest.correction.Said;
import org.homeward.ingest.http.internal.ListView;
import org.homeward.kit.caller.Actor;
import org.homeward.kit.caller.CurrentActor;
import org.homeward.kit.problem.Problem;
import org.jspecify.annotations.Nullable;

/// What a clinician says of a stored reading, and the versions that come of it.
@Path("/internal/v1")
@Consumes(MediaType.APPLICATION_JSON)
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
    public Uni<ReadingView> voidReading(
            @PathParam("patientId") UUID patientId,
            @PathParam("id") UUID id,
            Bodies.@Nullable Why why) {
        return changes.voidReading(patientId, id, said(Bodies.note(why))).map(ReadingView::of);
    }

    @POST
    @Path("/patients/{patientId}/readings/{id}/correct")
    @RolesAllowed({"nurse", "physician"})
    public Uni<ReadingView> correct(
            @PathParam("patientId") UUID patientId,
            @PathParam("id") UUID id,
            Bodies.@Nullable Corrected body) {
        Bodies.Corrected wanted = body == null ? Bodies.Corrected.NONE : body;
        Said said = said(Bodies.required(wanted.note()));
        return changes.correct(patientId, id, wanted.correction(), said).map(ReadingView::of);
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
        Actor who = actor.get();
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        return new Said(who.subject(), who.role(), now, note);
    }
}
