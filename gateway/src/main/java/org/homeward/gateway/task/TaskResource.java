package org.homeward.gateway.task;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.homeward.gateway.access.Access;
import org.homeward.gateway.access.CurrentAccess;
import org.homeward.gateway.access.Requires;
import org.homeward.gateway.edge.Etags;
import org.homeward.gateway.edge.Links;
import org.homeward.gateway.role.Permission;
import org.homeward.gateway.role.Role;
import org.homeward.gateway.upstream.Page;
import org.homeward.kit.problem.Problem;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/// Tasks of the patients within reach.
@Path("/api/v1/tasks")
@Produces(MediaType.APPLICATION_JSON)
@Cancellable(false)
@Authenticated
public class TaskResource {
    private static final int MOST = 200;

    private final TaskClient tasks;
    private final Access gate;
    private final CurrentAccess access;

    @Inject
    TaskResource(@RestClient TaskClient tasks, Access gate, CurrentAccess access) {
        this.tasks = tasks;
        this.gate = gate;
        this.access = access;
    }

    /// The filters of the list; `assignee=me` is the caller.
    public record Filter(
            @RestQuery @Nullable UUID patientId,
            @RestQuery @Nullable UUID alertId,
            @RestQuery @Nullable String assignee,
            @RestQuery @Nullable String status,
            @RestQuery @Nullable String limit,
            @RestQuery @Nullable String cursor) {}

    @GET
    @Requires(Permission.TASK_READ)
    @Operation(summary = "Tasks of the patients within reach, by due time")
    public Uni<Page<TaskView>> list(@BeanParam Filter filter, @Context UriInfo uri) {
        int limit = Links.limit(filter.limit(), MOST);
        return patients(filter.patientId())
                .chain(ids -> search(ids, filter, limit))
                .map(page -> Links.page(uri, page.items(), page.next()));
    }

    private Uni<List<UUID>> patients(@Nullable UUID patientId) {
        return patientId == null
                ? gate.visible(access.caller(), Permission.TASK_READ)
                : gate.require(Permission.TASK_READ, patientId).map(g -> List.of(patientId));
    }

    private Uni<Page<TaskView>> search(List<UUID> ids, Filter filter, int limit) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(new Page<>(List.of(), null));
        }
        String assignee =
                "me".equals(filter.assignee()) ? access.caller().subject() : filter.assignee();
        return tasks.search(
                access.actor(),
                new TaskClient.Search(
                        ids, filter.alertId(), assignee, filter.status(), limit, filter.cursor()));
    }

    @GET
    @Path("{id}")
    @Requires(Permission.TASK_READ)
    @Operation(summary = "One task")
    @APIResponseSchema(TaskView.class)
    public Uni<Response> get(@RestPath UUID id) {
        return mine(id, Permission.TASK_READ).map(task -> Etags.tagged(task, task.version()));
    }

    @POST
    @Path("{id}/claim")
    @Requires(Permission.TASK_WRITE)
    @Operation(summary = "Take a task in hand; 409 with who and when if somebody was first")
    @APIResponseSchema(TaskView.class)
    public Uni<Response> claim(@RestPath UUID id) {
        return act(id, "claim", TaskOutcome.NONE);
    }

    @POST
    @Path("{id}/complete")
    @Requires(Permission.TASK_WRITE)
    @Operation(summary = "Complete a task with its outcome")
    @APIResponseSchema(TaskView.class)
    public Uni<Response> complete(@RestPath UUID id, @Nullable TaskOutcome outcome) {
        return act(id, "complete", outcome == null ? TaskOutcome.NONE : outcome);
    }

    private Uni<Response> act(UUID id, String verb, TaskOutcome outcome) {
        return mine(id, Permission.TASK_WRITE)
                .invoke(this::ownOnly)
                .chain(task -> tasks.act(access.actor(), id, verb, outcome))
                .map(task -> Etags.tagged(task, task.version()));
    }

    /// A GP works on their own tasks alone.
    private void ownOnly(TaskView task) {
        if (access.granted().role() == Role.GP
                && !access.caller().subject().equals(task.assignee())) {
            throw Problem.forbidden();
        }
    }

    private Uni<TaskView> mine(UUID id, Permission permission) {
        access.about(id);
        return tasks.get(access.actor(), id)
                .chain(task -> gate.require(permission, task.patientId()).map(g -> task));
    }
}
