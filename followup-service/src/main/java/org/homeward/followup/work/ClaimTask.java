package org.homeward.followup.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.homeward.followup.Moment;
import org.homeward.followup.Transactions;
import org.homeward.followup.task.Claim;
import org.homeward.followup.task.OpenTask;
import org.homeward.followup.task.Task;
import org.homeward.followup.task.TaskEffect;
import org.homeward.followup.task.TaskId;
import org.homeward.kit.caller.Actor;
import org.homeward.kit.problem.Problem;

/// Takes a task in hand.
@ApplicationScoped
public class ClaimTask {
    private final Transactions transactions;
    private final Tasks tasks;
    private final TaskChanges changes;

    @Inject
    ClaimTask(Transactions transactions, Tasks tasks, TaskChanges changes) {
        this.transactions = transactions;
        this.tasks = tasks;
        this.changes = changes;
    }

    /// Fails with 404; with 409 and who and when if somebody else has it or it is done. Claiming
    /// one's own task changes nothing.
    public Uni<Task> claim(TaskId id, Actor actor) {
        return transactions.run(
                () ->
                        tasks.lock(id)
                                .map(t -> t.orElseThrow(Problem::notFound))
                                .chain(task -> claimed(FirstCome.open(task), actor)));
    }

    private Uni<Task> claimed(OpenTask task, Actor actor) {
        Claim claim = task.claim();
        if (claim != null && actor.subject().equals(claim.by())) {
            return Uni.createFrom().item(task);
        }
        if (claim != null && claim.by() != null) {
            throw new Problem(409, "ALREADY_CLAIMED", "Somebody has the task in hand.")
                    .with("by", claim.by())
                    .with("at", claim.at().toString());
        }
        Instant now = Moment.now();
        OpenTask mine = task.claimed(new Claim(actor.subject(), now));
        return changes.apply(List.of(new TaskEffect.Changed(mine)), now).replaceWith(mine);
    }
}
