package org.homeward.followup.work;

import org.homeward.followup.task.ClosedTask;
import org.homeward.followup.task.OpenTask;
import org.homeward.followup.task.Task;
import org.homeward.kit.problem.Problem;

/// Tells whoever comes second who was first.
final class FirstCome {
    private FirstCome() {}

    static OpenTask open(Task task) {
        return switch (task) {
            case OpenTask open -> open;
            case ClosedTask closed ->
                    throw new Problem(409, "ALREADY_COMPLETED", "The task is closed already.")
                            .with("by", closed.closing().by())
                            .with("at", closed.closing().at().toString());
        };
    }
}
