/// The launcher's tests: the plain ones need nothing, the `IT` starts the real programs.
@NullMarked
package org.homeward.launcher;

import org.jspecify.annotations.NullMarked;
