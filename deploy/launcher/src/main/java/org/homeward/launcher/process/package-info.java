/// Starting, watching and ending operating-system processes. It takes what to run and gives a
/// process that outlives its starter if it must; it does not know what the programs are.
@NullMarked
package org.homeward.launcher.process;

import org.jspecify.annotations.NullMarked;
