package org.homeward.ingest.http.internal.refusal;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.homeward.ingest.http.internal.Params;
import org.homeward.ingest.redrive.RedriveByFilter;
import org.homeward.ingest.redrive.RefusalFilter;
import org.homeward.kit.caller.CurrentActor;
import org.homeward.kit.problem.Problem;
import org.jspecify.annotations.Nullable;

/// Many refusals sent again, for the gateway.
@Path("/internal/v1/refusal-redrives")
@RolesAllowed("device-admin")
public class RedrivesResource {
    private final RedriveByFilter redrive;
    private final CurrentActor actor;

    @Inject
    RedrivesResource(RedriveByFilter redrive, CurrentActor actor) {
        this.redrive = redrive;
        this.actor = actor;
    }

    /// Which; at least one of them must be said.
    public record Wanted(
            @Nullable UUID deviceId,
            @Nullable String reason,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable String text) {

        RefusalFilter checked() {
            return new RefusalFilter(
                    deviceId,
                    Params.word(reason, "reason"),
                    Params.kept(from, "from"),
                    Params.kept(to, "to"),
                    Params.word(text, "text"));
        }
    }

    @POST
    public Uni<Response> start(@Nullable Wanted wanted) {
        RefusalFilter filter = wanted == null ? RefusalFilter.NONE : wanted.checked();
        if (filter.equals(RefusalFilter.NONE)) {
            throw new Problem(422, "NO_FILTER", "Say which: a device, a reason, a time or a text.");
        }
        return redrive.start(filter, actor.get().subject())
                .map(made -> made.orElseThrow(RedrivesResource::tooMany))
                .map(job -> Response.accepted(RedriveView.of(job)).build());
    }

    private static Problem tooMany() {
        return new Problem(
                422,
                "TOO_MANY",
                "The filter finds more than " + RedriveByFilter.MOST + " refusals.");
    }

    @GET
    @Path("/{id}")
    public Uni<RedriveView> find(@PathParam("id") UUID id) {
        return redrive.find(id).map(found -> RedriveView.of(found.orElseThrow(Problem::notFound)));
    }
}
