/// What a human is asked to do because of an episode: opened by its alerts, claimed and completed
/// by a person, or closed with the episode. Facts about alerts come in, effects on tasks leave;
/// clocks, ids and stores are the caller's.
@NullMarked
package org.homeward.followup.task;

import org.jspecify.annotations.NullMarked;
