/// The chart (`deploy/helm`) rendered per size and the operators' resources (`deploy/infra`) per
/// overlay, read into typed models and held against policy and against the services' own settings.
/// A real cluster stays the operator's step.
@NullMarked
package org.homeward.helm;

import org.jspecify.annotations.NullMarked;
