package org.homeward.followup.work;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.homeward.followup.task.Task;
import org.homeward.followup.task.TaskId;

/// Tasks to be changed. Every method needs a transaction.
public interface Tasks {
    Uni<Optional<Task>> lock(TaskId id);

    Uni<List<Task>> lockEpisode(UUID episode);

    Uni<Void> save(Task task);
}
