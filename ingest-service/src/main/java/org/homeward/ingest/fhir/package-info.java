/// FHIR R4 from devices: Observations, alone or in a Bundle, read from a JSON tree of the usual
/// subset. In: bodies. Out: what was sent, as for every other format, and answers in FHIR's own
/// words. It parses only; what people and systems read as FHIR is the gateway's.
@NullMarked
package org.homeward.ingest.fhir;

import org.jspecify.annotations.NullMarked;
