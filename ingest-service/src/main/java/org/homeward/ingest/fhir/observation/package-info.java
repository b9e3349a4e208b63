/// One Observation: its code, its value or its components, its time. In: the resource as a tree and
/// the clock of the device that measured. Out: what was sent, or why it cannot be read. It knows of
/// no body that the resource came in.
@NullMarked
package org.homeward.ingest.fhir.observation;

import org.jspecify.annotations.NullMarked;
