/// Violations, planted for the rules about entities.
@NullMarked
package org.homeward.followup.db.planted;

import org.jspecify.annotations.NullMarked;
