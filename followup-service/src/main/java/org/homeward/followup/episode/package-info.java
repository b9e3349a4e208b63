/// A patient's open alerts taken together, and what follows from a fact about one: tasks opened,
/// raised and closed. In: facts about alerts, terms of tasks. Out: effects on tasks. Clocks, ids
/// and stores are the caller's.
@NullMarked
package org.homeward.followup.episode;

import org.jspecify.annotations.NullMarked;
