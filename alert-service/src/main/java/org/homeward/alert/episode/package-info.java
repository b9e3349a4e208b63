/// The life of an alert as data: memory of samples, the states of each direction with their legal
/// transitions, a patient's episode and technical alerts, and what a step of it tells. Pure values;
/// docs/alert-semantics.md says what they mean.
@NullMarked
package org.homeward.alert.episode;

import org.jspecify.annotations.NullMarked;
