/// Tests of device profiles as they are written.
@NullUnmarked
package org.homeward.ingest.http.profile;

import org.jspecify.annotations.NullUnmarked;
