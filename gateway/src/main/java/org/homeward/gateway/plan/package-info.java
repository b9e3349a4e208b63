/// Care plans: REST and the client of followup-service.
@NullMarked
package org.homeward.gateway.plan;

import org.jspecify.annotations.NullMarked;
