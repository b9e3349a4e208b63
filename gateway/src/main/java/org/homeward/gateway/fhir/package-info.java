/// The FHIR R4 facade for people's and GP systems: the platform's own views come in, HAPI resources
/// leave, read and search only. The one place that maps to FHIR; every right comes from `access`,
/// and no data from anywhere but the services' clients.
@NullMarked
package org.homeward.gateway.fhir;

import org.jspecify.annotations.NullMarked;
