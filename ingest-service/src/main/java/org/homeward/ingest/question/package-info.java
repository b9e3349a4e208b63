/// "Is this the patient?" In: a reading that could be scored and what the patient's same measure
/// said before. Out: the reading, or the question about it. No clock and no store.
@NullMarked
package org.homeward.ingest.question;

import org.jspecify.annotations.NullMarked;
