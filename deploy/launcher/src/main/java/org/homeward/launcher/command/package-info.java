/// The commands of `./homeward`, one type each: what a person types comes in, calls on the stack go
/// out, and what people read is printed here and nowhere else. Results go to standard output,
/// progress and complaints to standard error.
@NullMarked
package org.homeward.launcher.command;

import org.jspecify.annotations.NullMarked;
