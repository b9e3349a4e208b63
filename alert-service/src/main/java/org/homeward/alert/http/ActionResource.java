package org.homeward.alert.http;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.homeward.alert.AlertAction;
import org.homeward.kit.caller.CurrentActor;
import org.jspecify.annotations.Nullable;

/// What a nurse or a physician does about an alert. The author is the actor, never the body.
@Path("/internal/v1/alerts/{id}")
@RolesAllowed({"nurse", "physician"})
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ActionResource {
    private final Commands commands;
    private final CurrentActor actor;

    @Inject
    ActionResource(Commands commands, CurrentActor actor) {
        this.commands = commands;
        this.actor = actor;
    }

    @POST
    @Path("/acknowledge")
    public Uni<AlertView> acknowledge(@PathParam("id") String id, Bodies.@Nullable Noted body) {
        AlertAction action = action(body == null ? null : body.note());
        return commands.acknowledge().apply(AlertResource.id(id), action).map(AlertView::of);
    }

    @POST
    @Path("/assign")
    public Uni<AlertView> assign(@PathParam("id") String id, Bodies.@Nullable Assign body) {
        AlertAction action = action(body == null ? null : body.note());
        return commands.assign()
                .apply(AlertResource.id(id), body == null ? null : body.assignee(), action)
                .map(AlertView::of);
    }

    @POST
    @Path("/release")
    public Uni<AlertView> release(@PathParam("id") String id, Bodies.@Nullable Noted body) {
        AlertAction action = action(body == null ? null : body.note());
        return commands.release().apply(AlertResource.id(id), action).map(AlertView::of);
    }

    @POST
    @Path("/snooze")
    public Uni<AlertView> snooze(@PathParam("id") String id, Bodies.@Nullable Snooze body) {
        AlertAction action = action(body == null ? null : body.note());
        return commands.snooze()
                .apply(AlertResource.id(id), body == null ? null : body.until(), action)
                .map(AlertView::of);
    }

    @POST
    @Path("/resolve")
    public Uni<AlertView> resolve(@PathParam("id") String id, Bodies.@Nullable Resolve body) {
        AlertAction action = action(body == null ? null : body.note());
        return commands.resolve()
                .apply(AlertResource.id(id), body == null ? null : body.outcome(), action)
                .map(AlertView::of);
    }

    private AlertAction action(@Nullable String note) {
        return new AlertAction(actor.get(), commands.now(), note);
    }
}
