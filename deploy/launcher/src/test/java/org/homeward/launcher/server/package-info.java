/// Tests of what the servers are set up with.
@NullMarked
package org.homeward.launcher.server;

import org.jspecify.annotations.NullMarked;
