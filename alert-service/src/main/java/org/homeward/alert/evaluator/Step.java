package org.homeward.alert.evaluator;

import java.util.List;
import org.homeward.alert.episode.Effect;
import org.homeward.alert.episode.Watch;

/// One direction's next state and its effects.
record Step(Watch next, List<Effect> effects) {
    static Step quiet(Watch next) {
        return new Step(next, List.of());
    }

    static Step of(Watch next, Effect... effects) {
        return new Step(next, List.of(effects));
    }
}
