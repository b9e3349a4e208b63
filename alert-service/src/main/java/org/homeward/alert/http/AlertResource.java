package org.homeward.alert.http;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.homeward.alert.Alerts;
import org.homeward.kit.problem.Problem;
import org.jspecify.annotations.Nullable;

/// Alerts by id and in lists. Any role may ask: the gateway has decided whose alerts those are.
@Path("/internal/v1/alerts")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class AlertResource {
    private final Alerts alerts;

    @Inject
    AlertResource(Alerts alerts) {
        this.alerts = alerts;
    }

    @POST
    @Path("/search")
    public Uni<ListView<AlertView>> search(Bodies.@Nullable Search body) {
        if (body == null) {
            throw new Problem(400, "NO_BODY", "A body is needed.");
        }
        return alerts.search(body.toQuery()).map(AlertResource::list);
    }

    @GET
    @Path("/{id}")
    public Uni<AlertView> get(@PathParam("id") String id) {
        return alerts.find(id(id)).map(AlertView::of);
    }

    private static ListView<AlertView> list(Alerts.Page page) {
        Alerts.Position next = page.next();
        return new ListView<>(
                page.items().stream().map(AlertView::of).toList(),
                next == null ? null : Cursor.of(next));
    }

    /// What is no UUID is no alert's id either.
    static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Problem.notFound();
        }
    }
}
