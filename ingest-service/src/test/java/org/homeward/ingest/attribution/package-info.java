/// Tests of corrected assignments.
@NullMarked
package org.homeward.ingest.attribution;

import org.jspecify.annotations.NullMarked;
