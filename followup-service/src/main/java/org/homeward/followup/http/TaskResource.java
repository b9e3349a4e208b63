package org.homeward.followup.http;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Objects;
import java.util.UUID;
import org.homeward.followup.Transactions;
import org.homeward.followup.http.body.Fields;
import org.homeward.followup.http.body.JsonBody;
import org.homeward.followup.http.body.Limits;
import org.homeward.followup.http.body.ListView;
import org.homeward.followup.patient.PatientId;
import org.homeward.followup.task.TaskId;
import org.homeward.followup.work.ClaimTask;
import org.homeward.followup.work.CompleteTask;
import org.homeward.followup.work.TaskIndex;
import org.homeward.followup.work.TaskSearch;
import org.homeward.kit.caller.Actor;
import org.homeward.kit.caller.CurrentActor;
import org.homeward.kit.problem.Problem;
import org.jboss.resteasy.reactive.RestPath;

@Path("/internal/v1/tasks")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class TaskResource {
    private final ClaimTask claimTask;
    private final CompleteTask completeTask;
    private final Transactions transactions;
    private final TaskIndex tasks;
    private final CurrentActor actor;

    @Inject
    TaskResource(
            ClaimTask claimTask,
            CompleteTask completeTask,
            Transactions transactions,
            TaskIndex tasks,
            CurrentActor actor) {
        this.claimTask = claimTask;
        this.completeTask = completeTask;
        this.transactions = transactions;
        this.tasks = tasks;
        this.actor = actor;
    }

    @POST
    @Path("/search")
    @Authenticated
    public Uni<ListView<TaskView>> search(byte[] body) {
        TaskSearch search = search(JsonBody.fieldsOrNone(body));
        return transactions
                .run(() -> tasks.search(search))
                .map(page -> ListView.of(page, TaskView::of));
    }

    private static TaskSearch search(Fields body) {
        boolean all = !body.has("patientIds") || body.isNull("patientIds");
        return new TaskSearch(
                all ? null : body.uuids("patientIds").stream().map(PatientId::new).toList(),
                body.uuid("alertId"),
                body.text("assignee", 64),
                body.text("status", 20),
                Limits.of(body.has("limit") ? body.integer("limit", Limits.DEFAULT) : null),
                body.text("cursor", 200));
    }

    @GET
    @Path("/{id}")
    @Authenticated
    public Uni<TaskView> get(@RestPath UUID id) {
        return transactions
                .run(() -> tasks.find(new TaskId(id)))
                .map(task -> TaskView.of(task.orElseThrow(Problem::notFound)));
    }

    @POST
    @Path("/{id}/claim")
    @RolesAllowed({"nurse", "physician", "gp"})
    public Uni<TaskView> claim(@RestPath UUID id) {
        return claimTask.claim(new TaskId(id), actor.get()).map(TaskView::of);
    }

    @POST
    @Path("/{id}/complete")
    @RolesAllowed({"nurse", "physician", "gp"})
    public Uni<TaskView> complete(@RestPath UUID id, byte[] body) {
        Fields fields = JsonBody.fieldsOrNone(body);
        String outcome = Objects.requireNonNullElse(fields.text("outcome", 40), "done");
        String note = fields.text("note", 4000);
        Actor author = actor.get();
        return completeTask.complete(new TaskId(id), outcome, note, author).map(TaskView::of);
    }
}
