/// Tests of changes of a care plan.
@NullMarked
package org.homeward.followup.draft;

import org.jspecify.annotations.NullMarked;
