/// Tests of the package's own classes.
@NullUnmarked
package org.homeward.ingest.fhir.observation;

import org.jspecify.annotations.NullUnmarked;
