/// The servers that a stack stands on and that are not ours, one type each: how it is prepared, how
/// it is run, when it is ready. A server here knows its own files and ports and nothing of the
/// others.
@NullMarked
package org.homeward.launcher.server;

import org.jspecify.annotations.NullMarked;
