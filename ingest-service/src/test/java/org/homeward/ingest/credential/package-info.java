/// Credentials made, replaced, ended and told of, on a real database and both ways in.
@NullMarked
package org.homeward.ingest.credential;

import org.jspecify.annotations.NullMarked;
