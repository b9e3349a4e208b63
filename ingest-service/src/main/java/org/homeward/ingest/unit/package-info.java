/// Exact conversion between units. In: a value and a conversion. Out: the value in the canonical
/// unit, at the precision that was sent. Which units exist is the [Units] port's knowledge.
@NullMarked
package org.homeward.ingest.unit;

import org.jspecify.annotations.NullMarked;
