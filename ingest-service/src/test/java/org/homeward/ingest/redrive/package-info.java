/// Tests of this package.
@NullMarked
package org.homeward.ingest.redrive;

import org.jspecify.annotations.NullMarked;
