/// Tests of the build's and the test run's bookkeeping.
@NullMarked
package org.homeward.launcher.build;

import org.jspecify.annotations.NullMarked;
