/// What the HL7 guide for personal health devices (hl7.fhir.uv.phd, R4) adds to FHIR: coincident
/// timestamps, firmware, attributes and states of a measurement. In: resources of a body as a tree.
/// Out: what they mean for a reading. It decides about no reading and keeps nothing.
@NullMarked
package org.homeward.ingest.fhir.phd;

import org.jspecify.annotations.NullMarked;
