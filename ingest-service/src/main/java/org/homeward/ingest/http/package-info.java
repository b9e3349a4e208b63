/// HTTP: the device edge on the event loop (our JSON and, through `fhir`, FHIR), and the internal
/// routes that the gateway calls. In: requests. Out: answers, always with a reason. The device edge
/// holds a request's body of 256 KiB at most until the log has it.
@NullMarked
package org.homeward.ingest.http;

import org.jspecify.annotations.NullMarked;
