/// The life of an alert, decided: takes a sample, a deadline, a correction or a person's action and
/// gives the next state and its effects. Pure functions of their parameters;
/// docs/alert-semantics.md says what they decide.
@NullMarked
package org.homeward.alert.evaluator;

import org.jspecify.annotations.NullMarked;
