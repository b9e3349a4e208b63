/// Tests of the service as a whole, and the violations planted for its rules.
@NullMarked
package org.homeward.followup;

import org.jspecify.annotations.NullMarked;
