/// Tests of tasks.
@NullMarked
package org.homeward.followup.task;

import org.jspecify.annotations.NullMarked;
