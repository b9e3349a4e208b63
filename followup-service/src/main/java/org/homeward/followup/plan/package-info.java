/// The care plan as data: what is measured when, within which limits, who said so and since when;
/// the versions together give the history that rules are evaluated against. It knows no JSON, no
/// store, and not how it is changed.
@NullMarked
package org.homeward.followup.plan;

import org.jspecify.annotations.NullMarked;
