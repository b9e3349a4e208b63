/// Tests of the facade: each mapping held against HL7's validator, each route against real tokens.
@NullUnmarked
package org.homeward.gateway.fhir.resource;

import org.jspecify.annotations.NullUnmarked;
