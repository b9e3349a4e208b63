package org.homeward.alert;

import java.time.Instant;
import org.homeward.kit.caller.Actor;
import org.jspecify.annotations.Nullable;

/// What a person asks for: who, when, and the note, which stays in this service's database.
public record AlertAction(Actor actor, Instant at, @Nullable String note) {
    private static final int LONGEST = 4_000;

    public AlertAction {
        if (note != null && (note.length() > LONGEST || note.indexOf('\u0000') >= 0)) {
            throw new org.homeward.kit.problem.Problem(
                            422, "UNUSABLE_NOTE", "The note is too long or not text.")
                    .field("note", "at most 4000 characters of text");
        }
    }
}
