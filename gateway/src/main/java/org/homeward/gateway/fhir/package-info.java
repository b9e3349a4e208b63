/// The FHIR R4 facade for people's and GP systems: reading and searching, and refusals as outcomes.
/// The services' clients give the views, `search` reads what is asked for, `resource` says it in
/// FHIR. The one place that maps to FHIR; every right comes from `access`.
@NullMarked
package org.homeward.gateway.fhir;

import org.jspecify.annotations.NullMarked;
