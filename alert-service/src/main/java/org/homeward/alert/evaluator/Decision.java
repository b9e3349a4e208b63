package org.homeward.alert.evaluator;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.homeward.alert.episode.Effect;
import org.homeward.alert.episode.MeasureState;

/// The next state and what it makes known, in order.
public record Decision(MeasureState next, List<Effect> effects) {
    public Decision {
        effects = List.copyOf(effects);
    }

    static Decision nothing(MeasureState state) {
        return new Decision(state, List.of());
    }

    /// This, and then what follows from its state.
    Decision then(Function<MeasureState, Decision> decide) {
        Decision later = decide.apply(next);
        List<Effect> all = new ArrayList<>(effects);
        all.addAll(later.effects);
        return new Decision(later.next, all);
    }
}
