/// Devices' clocks, watched: how far each is from ours, and word of it when one begins to be wrong.
/// In: when a device's newest reading was measured and when it came. Out: what the registry says of
/// the clock, by which later readings are doubted. No time is ever corrected.
@NullMarked
package org.homeward.ingest.clock;

import org.jspecify.annotations.NullMarked;
