/// How good the readings of a device or a patient are, day by day: counts and what they are shares
/// of.
@NullMarked
package org.homeward.ingest.quality;

import org.jspecify.annotations.NullMarked;
