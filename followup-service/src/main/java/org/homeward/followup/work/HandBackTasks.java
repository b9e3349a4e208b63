package org.homeward.followup.work;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.homeward.followup.FollowUpEvent;
import org.homeward.followup.share.Share;
import org.homeward.followup.task.OpenTask;
import org.homeward.followup.task.Task;

/// Gives a person's open tasks back to the team, so that none waits for somebody who can no longer
/// see the patient.
@ApplicationScoped
public class HandBackTasks {
    private static final int MOST = 200;

    private final Tasks tasks;
    private final TaskIndex index;

    @Inject
    HandBackTasks(Tasks tasks, TaskIndex index) {
        this.tasks = tasks;
        this.index = index;
    }

    /// Needs a transaction.
    public Uni<List<FollowUpEvent>> of(Share share, Instant now) {
        TaskSearch theirs =
                new TaskSearch(
                        List.of(share.patientId()), null, share.subject(), "open", MOST, null);
        return index.search(theirs)
                .onItem()
                .transformToMulti(page -> Multi.createFrom().iterable(page.items()))
                .onItem()
                .transformToUniAndConcatenate(task -> handBack(task, now))
                .collect()
                .asList();
    }

    private Uni<FollowUpEvent> handBack(Task found, Instant now) {
        return tasks.lock(found.facts().id())
                .map(task -> task.orElse(found))
                .chain(
                        task ->
                                task instanceof OpenTask open
                                        ? store(open.handedBack(now), now)
                                        : Uni.createFrom().nullItem());
    }

    private Uni<FollowUpEvent> store(OpenTask task, Instant now) {
        return tasks.save(task).replaceWith(new FollowUpEvent.TaskChanged(task, now));
    }
}
