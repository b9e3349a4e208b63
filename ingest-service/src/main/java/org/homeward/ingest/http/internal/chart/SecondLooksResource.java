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
import java.util.UUID;
import org.homeward.ingest.correction.LookAgain;
import org.homeward.ingest.correction.SecondLooks;
import org.homeward.ingest.http.internal.ListView;
import org.homeward.kit.caller.CurrentActor;
import org.jspecify.annotations.Nullable;

/// A second person's word about what the first wants of a reading.
@Path("/internal/v1")
@Consumes(MediaType.APPLICATION_JSON)
@Authenticated
public class SecondLooksResource {
    private static final String ONE = "/patients/{patientId}/readings/{id}/second-looks/{lookId}";

    private final SecondLooks looks;
    private final LookAgain again;
    private final CurrentActor actor;

    @Inject
    SecondLooksResource(SecondLooks looks, LookAgain again, CurrentActor actor) {
        this.looks = looks;
        this.again = again;
        this.actor = actor;
    }

    @GET
    @Path("/patients/{patientId}/second-looks")
    public Uni<ListView<SecondLookView>> pending(@PathParam("patientId") UUID patientId) {
        return looks.pending(patientId)
                .map(
                        found ->
                                new ListView<>(
                                        found.stream().map(SecondLookView::of).toList(), null));
    }

    @POST
    @Path(ONE + "/confirm")
    @RolesAllowed({"nurse", "physician"})
    public Uni<ReadingView> confirm(
            @PathParam("patientId") UUID patientId,
            @PathParam("id") UUID id,
            @PathParam("lookId") UUID lookId,
            Bodies.@Nullable Why why) {
        return again.confirm(
                        new SecondLooks.Key(patientId, id, lookId),
                        Bodies.said(actor.get(), Bodies.note(why)))
                .map(ReadingView::of);
    }

    @POST
    @Path(ONE + "/decline")
    @RolesAllowed({"nurse", "physician"})
    public Uni<SecondLookView> decline(
            @PathParam("patientId") UUID patientId,
            @PathParam("id") UUID id,
            @PathParam("lookId") UUID lookId,
            Bodies.@Nullable Why why) {
        return again.decline(
                        new SecondLooks.Key(patientId, id, lookId),
                        Bodies.said(actor.get(), Bodies.note(why)))
                .map(SecondLookView::of);
    }
}
