package org.homeward.followup.task;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A task that waits for somebody.
public record OpenTask(TaskFacts facts, @Nullable Claim claim, int version) implements Task {
    @Override
    public String status() {
        return "open";
    }

    /// The same object if the alert adds nothing.
    public OpenTask with(UUID alert, Priority priority, Instant due) {
        TaskFacts next = facts.with(alert, priority, due);
        return next.equals(facts) ? this : new OpenTask(next, claim, version + 1);
    }

    /// The same object if a later word was heard already.
    public OpenTask claimed(Claim next) {
        if (claim != null && !next.at().isAfter(claim.at())) {
            return this;
        }
        return new OpenTask(facts, next, version + 1);
    }

    public OpenTask handedBack(Instant at) {
        return claimed(new Claim(null, at));
    }

    public ClosedTask closed(Closing closing) {
        return new ClosedTask(facts, claim, closing, version + 1);
    }
}
