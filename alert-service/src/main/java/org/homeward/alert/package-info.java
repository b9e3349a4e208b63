/// The life of alerts among people: what a nurse or a physician does with one, and the port to
/// where that is kept. The clinical side is decided in `evaluator`, from evidence alone; nothing
/// here can raise or clear an alert.
@NullMarked
package org.homeward.alert;

import org.jspecify.annotations.NullMarked;
