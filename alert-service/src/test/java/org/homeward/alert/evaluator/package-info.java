/// Tests of the package of the same name, with samples, plans and records written out as data.
@NullMarked
package org.homeward.alert.evaluator;

import org.jspecify.annotations.NullMarked;
