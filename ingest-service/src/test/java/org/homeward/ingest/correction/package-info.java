/// Tests of what a clinician says of a stored reading.
@NullMarked
package org.homeward.ingest.correction;

import org.jspecify.annotations.NullMarked;
