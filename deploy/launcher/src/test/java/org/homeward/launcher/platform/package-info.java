/// Tests of what the programs are told.
@NullMarked
package org.homeward.launcher.platform;

import org.jspecify.annotations.NullMarked;
