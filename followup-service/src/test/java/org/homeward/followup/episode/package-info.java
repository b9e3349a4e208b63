/// Tests of tasks.
@NullMarked
package org.homeward.followup.episode;

import org.jspecify.annotations.NullMarked;
