package org.homeward.ingest.http.internal.refusal;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.homeward.ingest.http.internal.ListView;
import org.homeward.ingest.http.internal.Params;
import org.homeward.ingest.redrive.RedriveRefusals;
import org.homeward.ingest.redrive.RefusalFilter;
import org.homeward.ingest.redrive.Refusals;
import org.homeward.kit.caller.CurrentActor;
import org.homeward.kit.problem.Problem;
import org.jspecify.annotations.Nullable;

/// What did not become a reading, for the gateway.
@Path("/internal/v1/refusals")
public class RefusalsResource {
    private static final int MOST = 200;

    private final Refusals refusals;
    private final RedriveRefusals redrive;
    private final CurrentActor actor;

    @Inject
    RefusalsResource(Refusals refusals, RedriveRefusals redrive, CurrentActor actor) {
        this.refusals = refusals;
        this.redrive = redrive;
        this.actor = actor;
    }

    /// The filters of the list.
    public record Filter(
            @QueryParam("deviceId") @Nullable String deviceId,
            @QueryParam("reason") @Nullable String reason,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("text") @Nullable String text) {

        RefusalFilter checked() {
            return new RefusalFilter(
                    Params.uuid(deviceId, "deviceId"),
                    Params.word(reason, "reason"),
                    Params.instant(from, "from"),
                    Params.instant(to, "to"),
                    Params.word(text, "text"));
        }
    }

    @GET
    @RolesAllowed({"device-admin", "auditor"})
    public Uni<ListView<RefusalView>> list(
            @BeanParam Filter filter,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        boolean withPayload = actor.get().role().equals("device-admin");
        return refusals.page(filter.checked(), Params.limit(limit, MOST), Params.cursor(cursor))
                .map(page -> ListView.of(page, r -> RefusalView.of(r, withPayload)));
    }

    /// Sends what was refused through its door again.
    @POST
    @Path("/{id}/redrive")
    @RolesAllowed("device-admin")
    public Uni<RefusalView> redrive(@PathParam("id") UUID id) {
        return redrive.redrive(id, actor.get().subject())
                .onFailure(e -> !(e instanceof Problem))
                .transform(
                        _ -> new Problem(503, "UNAVAILABLE", "It is not certain; try again later."))
                .map(RefusalsResource::answer);
    }

    private static RefusalView answer(RedriveRefusals.Result result) {
        return switch (result) {
            case RedriveRefusals.Result.Unknown _ -> throw Problem.notFound();
            case RedriveRefusals.Result.Never _ ->
                    throw new Problem(
                            422,
                            "NOT_REDRIVABLE",
                            "No door takes it again: it is not kept whole, or another came first.");
            case RedriveRefusals.Result.Done done -> RefusalView.of(done.refusal(), true);
        };
    }
}
