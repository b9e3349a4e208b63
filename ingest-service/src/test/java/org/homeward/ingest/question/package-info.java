/// Tests of the question whose value it is.
@NullMarked
package org.homeward.ingest.question;

import org.jspecify.annotations.NullMarked;
