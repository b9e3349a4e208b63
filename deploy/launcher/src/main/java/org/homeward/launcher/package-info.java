/// The stack on one machine: what it consists of, where its data, ports and secrets are, and how
/// its parts are started, stopped and killed. The command line, the tests' `RealStack`, the
/// simulator and the system tests all go through [LocalStack] and [LocalTokens].
@NullMarked
package org.homeward.launcher;

import org.jspecify.annotations.NullMarked;
