/// The units of UCUM (unitsofmeasure.org), by the FHIR community's library and its table. In: unit
/// texts as devices send them. Out: exact linear conversions, each computed once.
@NullMarked
package org.homeward.ingest.ucum;

import org.jspecify.annotations.NullMarked;
