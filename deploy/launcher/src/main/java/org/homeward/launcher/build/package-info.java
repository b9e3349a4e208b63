/// Building and testing the checkout with its own Maven wrapper: which modules are stale comes out
/// of their sources' content, what the build says goes into a log, and what a person needs of it
/// goes on as lines.
@NullMarked
package org.homeward.launcher.build;

import org.jspecify.annotations.NullMarked;
