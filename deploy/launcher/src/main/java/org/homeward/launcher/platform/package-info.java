/// What of a stack is our own: the four services as they were packaged, what they are told, and the
/// simulator's programs beside them. It stands on `server`, which knows nothing of it.
@NullMarked
package org.homeward.launcher.platform;

import org.jspecify.annotations.NullMarked;
