/// Tests of what a person types and reads.
@NullMarked
package org.homeward.launcher.command;

import org.jspecify.annotations.NullMarked;
