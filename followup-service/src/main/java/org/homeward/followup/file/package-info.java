/// A patient's file as the use cases load, lock and store it: identity, plan, teams and shares,
/// each behind a port, and the care team that is told to the others whenever one of them changes.
/// Ids come in; files leave, and versions.
@NullMarked
package org.homeward.followup.file;

import org.jspecify.annotations.NullMarked;
