package org.homeward.ingest.http.internal;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.homeward.ingest.hub.AuthoriseHubs;
import org.homeward.ingest.hub.HubRegistry;
import org.homeward.ingest.hub.HubRegistry.Authorisation;
import org.homeward.kit.caller.CurrentActor;
import org.homeward.kit.problem.Problem;
import org.jspecify.annotations.Nullable;

/// For which devices a hub may speak, for the gateway.
@Path("/internal/v1/devices/{id}/acts-for")
@RolesAllowed("device-admin")
public class ActsForResource {
    private final AuthoriseHubs hubs;
    private final CurrentActor actor;

    @Inject
    ActsForResource(AuthoriseHubs hubs, CurrentActor actor) {
        this.hubs = hubs;
        this.actor = actor;
    }

    /// For which device, from when until when.
    public record Wanted(@Nullable UUID deviceId, @Nullable Instant from, @Nullable Instant to) {}

    @GET
    public Uni<ListView<Authorisation>> all(@PathParam("id") UUID id) {
        return hubs.of(id).map(found -> new ListView<>(found.orElseThrow(Problem::notFound), null));
    }

    @POST
    public Uni<Response> authorise(@PathParam("id") UUID id, @Nullable Wanted body) {
        return hubs.authorise(wanted(id, body))
                .map(made -> made.orElseThrow(Problem::notFound))
                .map(made -> Response.status(201).entity(made).build())
                .onFailure(HubRegistry.Overlap.class)
                .transform(
                        _ ->
                                new Problem(
                                        409,
                                        "ALREADY_AUTHORISED",
                                        "The hub acts for the device during that time already."))
                .onFailure(HubRegistry.UnknownDevice.class)
                .transform(_ -> new Problem(422, "UNKNOWN_DEVICE", "deviceId: is no device"));
    }

    private Authorisation wanted(UUID hub, @Nullable Wanted body) {
        UUID device = body == null ? null : body.deviceId();
        if (body == null || device == null) {
            throw Params.invalid("deviceId", "is missing");
        }
        if (device.equals(hub)) {
            throw new Problem(422, "HUB_ITSELF", "deviceId: is the hub itself");
        }
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        Instant said = Params.kept(body.from(), "from");
        Instant from = said == null ? now : said;
        Instant to = Params.kept(body.to(), "to");
        if (to != null && !to.isAfter(from)) {
            throw new Problem(422, "INVALID_PERIOD", "to: is not after from");
        }
        return new Authorisation(
                UUID.randomUUID(), hub, device, from, to, now, actor.get().subject());
    }

    @DELETE
    @Path("/{aid}")
    public Uni<Response> end(@PathParam("id") UUID id, @PathParam("aid") UUID authorisation) {
        return hubs.end(id, authorisation)
                .map(done -> done.orElseThrow(Problem::notFound))
                .replaceWith(Response.noContent().build());
    }
}
