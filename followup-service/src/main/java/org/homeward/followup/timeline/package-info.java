/// What happened to a patient's follow-up, in the order in which it happened, in words. Entries
/// hold ids and kinds, never free text.
@NullMarked
package org.homeward.followup.timeline;

import org.jspecify.annotations.NullMarked;
