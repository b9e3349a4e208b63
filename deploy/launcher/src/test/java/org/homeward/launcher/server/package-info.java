/// Tests of what the programs are told.
@NullMarked
package org.homeward.launcher.server;

import org.jspecify.annotations.NullMarked;
