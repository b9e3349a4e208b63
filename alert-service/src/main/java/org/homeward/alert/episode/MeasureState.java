package org.homeward.alert.episode;

import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.homeward.alert.rule.Direction;

/// All that is kept about one measure of one patient.
public record MeasureState(Memory memory, Watch low, Watch high) {
    public static final MeasureState NEW = new MeasureState(Memory.EMPTY, Watch.NEW, Watch.NEW);

    public Watch watch(Direction direction) {
        return direction == Direction.LOW ? low : high;
    }

    /// The direction whose open alert has this id.
    public Optional<Direction> directionOf(UUID alertId) {
        return Stream.of(Direction.values())
                .filter(d -> open(d).filter(alert -> alert.id().equals(alertId)).isPresent())
                .findFirst();
    }

    public Optional<OpenAlert> open(Direction direction) {
        return watch(direction).state() instanceof AlertState.Open open
                ? Optional.of(open.alert())
                : Optional.empty();
    }

    public MeasureState with(Memory next) {
        return new MeasureState(next, low, high);
    }

    public MeasureState with(Direction direction, Watch next) {
        return direction == Direction.LOW
                ? new MeasureState(memory, next, high)
                : new MeasureState(memory, low, next);
    }
}
