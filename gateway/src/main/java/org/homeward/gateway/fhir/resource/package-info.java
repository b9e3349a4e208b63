/// The platform's own views as FHIR resources: a view and a language come in, a HAPI resource
/// leaves. It knows neither who asks nor where a view comes from.
@NullMarked
package org.homeward.gateway.fhir.resource;

import org.jspecify.annotations.NullMarked;
