/// Somebody beside the lead team gets access to one patient, and loses it again. In: commands, and
/// the passing of time. Out: shares and the care team's next version; tasks go back to the team.
@NullMarked
package org.homeward.followup.sharing;

import org.jspecify.annotations.NullMarked;
