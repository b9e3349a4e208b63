/// How the gateway speaks to the services: pages, and the services' refusals and failures turned
/// into problems for the caller. It knows no route and no feature.
@NullMarked
package org.homeward.gateway.upstream;

import org.jspecify.annotations.NullMarked;
