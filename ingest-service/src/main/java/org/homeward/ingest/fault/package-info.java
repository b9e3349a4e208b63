/// What we ourselves fail on at the door: whether it is refused for good or may be sent again, and
/// who hears of it. In: what an edge met while it read a body. Out: refusals, counts, and word to
/// the care team.
@NullMarked
package org.homeward.ingest.fault;

import org.jspecify.annotations.NullMarked;
