/// Tests of what is remembered of a measure.
@NullMarked
package org.homeward.alert.episode;

import org.jspecify.annotations.NullMarked;
