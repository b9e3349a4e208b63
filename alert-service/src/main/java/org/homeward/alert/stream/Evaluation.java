package org.homeward.alert.stream;

import java.time.Instant;
import org.homeward.alert.episode.Measure;
import org.homeward.alert.episode.MeasureState;
import org.homeward.alert.evaluator.Decision;
import org.homeward.alert.rule.Sample;

/// How a sample is judged. Production has one, [org.homeward.alert.evaluator.Evaluator#evaluate]; a
/// test plants a failing one.
@FunctionalInterface
public interface Evaluation {
    Decision evaluate(Measure measure, MeasureState state, Sample sample, Instant now);
}
