package org.homeward.ingest.http.internal.chart;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.homeward.ingest.correction.AnswerQuestion;
import org.homeward.kit.caller.CurrentActor;
import org.jspecify.annotations.Nullable;

/// Whose value a questioned reading is.
@Path("/internal/v1")
public class IdentityResource {
    private final AnswerQuestion question;
    private final CurrentActor actor;

    @Inject
    IdentityResource(AnswerQuestion question, CurrentActor actor) {
        this.question = question;
        this.actor = actor;
    }

    @POST
    @Path("/patients/{patientId}/readings/{id}/identity")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"patient", "carer", "nurse", "physician"})
    public Uni<ReadingView> answer(
            @PathParam("patientId") UUID patientId,
            @PathParam("id") UUID id,
            Bodies.@Nullable Identity body) {
        boolean isPatient = Bodies.isPatient(body);
        String note = Bodies.note(body == null ? null : new Bodies.Why(body.note()));
        return question.answer(patientId, id, isPatient, Bodies.said(actor.get(), note))
                .map(ReadingView::of);
    }
}
