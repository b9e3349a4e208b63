/// What proves that a device speaks: tokens checked, made, replaced with an overlap, revoked, and
/// told of before they are due. In: tokens, and what the device desk wants. Out: who speaks, and
/// notices of what ends. No protocol and no store here, and no token but in the answer that gives
/// it out.
@NullMarked
package org.homeward.ingest.credential;

import org.jspecify.annotations.NullMarked;
