/// Tests of care plans.
@NullMarked
package org.homeward.followup.plan;

import org.jspecify.annotations.NullMarked;
