/// HTTP for devices, on the event loop: our JSON and, through `fhir`, FHIR. In: requests. Out:
/// answers, always with a reason. It holds a request's body of 256 KiB at most until the log has
/// it.
@NullMarked
package org.homeward.ingest.http;

import org.jspecify.annotations.NullMarked;
