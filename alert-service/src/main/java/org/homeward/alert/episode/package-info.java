/// The life of an alert, decided: memory of samples, the states of each direction, the evaluator
/// that takes a sample, a deadline, a correction or a person's action and gives the next state and
/// its effects. Pure functions of their parameters; docs/alert-semantics.md says what they decide.
@NullMarked
package org.homeward.alert.episode;

import org.jspecify.annotations.NullMarked;
