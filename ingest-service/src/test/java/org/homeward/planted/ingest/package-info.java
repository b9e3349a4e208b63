/// Planted violations of the architecture's rules, for the rules' own test.
@NullMarked
package org.homeward.planted.ingest;

import org.jspecify.annotations.NullMarked;
