/// What may be searched for, and by what: a request's parameters come in, a checked query leaves,
/// or a refusal that names the parameter; what was found goes out as a searchset.
@NullMarked
package org.homeward.gateway.fhir.search;

import org.jspecify.annotations.NullMarked;
