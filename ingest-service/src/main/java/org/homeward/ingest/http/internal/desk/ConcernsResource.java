package org.homeward.ingest.http.internal.desk;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.homeward.ingest.desk.DeviceDesk;
import org.homeward.ingest.http.internal.ListView;
import org.homeward.ingest.http.internal.Params;
import org.homeward.kit.caller.CurrentActor;
import org.homeward.kit.problem.Problem;
import org.jspecify.annotations.Nullable;

/// The device desk's queue, for the gateway.
@Path("/internal/v1/device-concerns")
@RolesAllowed("device-admin")
public class ConcernsResource {
    private static final int MOST = 200;
    private static final int LONGEST = 2000;

    private final DeviceDesk desk;
    private final CurrentActor actor;

    @Inject
    ConcernsResource(DeviceDesk desk, CurrentActor actor) {
        this.desk = desk;
        this.actor = actor;
    }

    /// Why it is closed.
    public record Closing(@Nullable String note) {}

    @GET
    public Uni<ListView<ConcernView>> list(
            @QueryParam("status") @Nullable String status,
            @QueryParam("deviceId") @Nullable String deviceId,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        DeviceDesk.Filter filter =
                new DeviceDesk.Filter(
                        open(status), Params.uuid(deviceId, "deviceId"), Params.word(kind, "kind"));
        return desk.page(filter, Params.limit(limit, MOST), Params.cursor(cursor))
                .map(page -> ListView.of(page, ConcernView::of));
    }

    private static @Nullable Boolean open(@Nullable String status) {
        if (status == null || status.isEmpty()) {
            return null;
        }
        return switch (status) {
            case "open" -> true;
            case "closed" -> false;
            default -> throw Params.invalid("status", "is neither open nor closed");
        };
    }

    /// Closes a concern; what is told afterwards opens another.
    @POST
    @Path("/{id}/close")
    public Uni<ConcernView> close(@PathParam("id") UUID id, @Nullable Closing closing) {
        String note = closing == null ? null : closing.note();
        if (note != null && (note.length() > LONGEST || note.indexOf('\0') >= 0)) {
            throw new Problem(422, "INVALID_NOTE", "note: is too long or holds NUL");
        }
        return desk.close(id, actor.get().subject(), note)
                .map(found -> ConcernView.of(found.orElseThrow(Problem::notFound)));
    }
}
