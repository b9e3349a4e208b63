/// JSON as devices send it, read strictly: no duplicate keys, no broken text, no number that cannot
/// be a value. In: bytes. Out: trees, and what was sent in our own format. Shared by the HTTP and
/// MQTT edges, and as reader by the FHIR edge; it knows no transport.
@NullMarked
package org.homeward.ingest.json;

import org.jspecify.annotations.NullMarked;
