package org.homeward.followup.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.homeward.followup.Moment;
import org.homeward.followup.Transactions;
import org.homeward.followup.task.ClosedTask;
import org.homeward.followup.task.Closing;
import org.homeward.followup.task.OpenTask;
import org.homeward.followup.task.Task;
import org.homeward.followup.task.TaskEffect;
import org.homeward.followup.task.TaskId;
import org.homeward.kit.caller.Actor;
import org.homeward.kit.problem.Problem;
import org.jspecify.annotations.Nullable;

/// Says that a task is done.
@ApplicationScoped
public class CompleteTask {
    private final Transactions transactions;
    private final Tasks tasks;
    private final TaskChanges changes;

    @Inject
    CompleteTask(Transactions transactions, Tasks tasks, TaskChanges changes) {
        this.transactions = transactions;
        this.tasks = tasks;
        this.changes = changes;
    }

    /// Fails with 404; with 409 and who and when if it is closed already.
    public Uni<Task> complete(TaskId id, String outcome, @Nullable String note, Actor actor) {
        return transactions.run(
                () ->
                        tasks.lock(id)
                                .map(t -> FirstCome.open(t.orElseThrow(Problem::notFound)))
                                .chain(task -> completed(task, outcome, note, actor)));
    }

    private Uni<Task> completed(OpenTask task, String outcome, @Nullable String note, Actor actor) {
        Instant now = Moment.now();
        ClosedTask done = task.closed(new Closing(true, actor.subject(), now, outcome, note));
        return changes.apply(List.of(new TaskEffect.Closed(done)), now).replaceWith(done);
    }
}
