package org.homeward.followup.work;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import org.homeward.followup.Page;
import org.homeward.followup.patient.PatientId;
import org.homeward.followup.task.Task;
import org.homeward.followup.task.TaskId;

/// Tasks to be read. Every method needs a transaction.
public interface TaskIndex {
    Uni<Optional<Task>> find(TaskId id);

    /// By due time.
    Uni<Page<Task>> search(TaskSearch search);

    /// A patient's latest tasks, newest first: the plan's activities.
    Uni<List<Task>> latestOf(PatientId patient);
}
