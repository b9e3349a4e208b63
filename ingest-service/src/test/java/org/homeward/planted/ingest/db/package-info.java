/// Planted violations of the architecture's rules, for the rules' own test.
@NullMarked
package org.homeward.planted.ingest.db;

import org.jspecify.annotations.NullMarked;
