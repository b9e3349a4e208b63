/// What a clinician says of a reading afterwards.
@NullMarked
package org.homeward.ingest.correction;

import org.jspecify.annotations.NullMarked;
