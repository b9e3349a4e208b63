package org.homeward.ingest.http.internal.chart;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.homeward.ingest.correction.Corrections;
import org.homeward.ingest.correction.Corrections.Outcome;
import org.homeward.ingest.correction.Voiding;
import org.homeward.kit.caller.CurrentActor;
import org.homeward.kit.problem.Problem;
import org.jspecify.annotations.Nullable;

/// A clinician declares a reading entered in error.
@Path("/internal/v1/patients/{patientId}/readings/{id}/void")
public class VoidResource {
    private static final int LONGEST = 2_000;

    private final Corrections corrections;
    private final CurrentActor actor;

    @Inject
    VoidResource(Corrections corrections, CurrentActor actor) {
        this.corrections = corrections;
        this.actor = actor;
    }

    /// Why, in the clinician's words.
    public record Why(@Nullable String note) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"nurse", "physician"})
    public Uni<ReadingView> voidReading(
            @PathParam("patientId") UUID patientId, @PathParam("id") UUID id, @Nullable Why why) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        return corrections
                .voidReading(new Voiding(id, patientId, actor.get().subject(), now, note(why)))
                .map(VoidResource::view);
    }

    private static String note(@Nullable Why why) {
        String note = why == null || why.note() == null ? "" : why.note();
        if (note.length() > LONGEST || note.indexOf('\0') >= 0) {
            String cause = "has more than " + LONGEST + " characters or one that is none";
            throw new Problem(422, "INVALID_NOTE", "note: " + cause).field("note", cause);
        }
        return note;
    }

    private static ReadingView view(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done done -> ReadingView.of(done.reading());
            case Outcome.Already first ->
                    throw new Problem(409, "ALREADY_VOIDED", "Somebody has voided it before.")
                            .with("by", first.by())
                            .with("at", first.at().toString());
            case Outcome.Unknown _ -> throw Problem.notFound();
        };
    }
}
