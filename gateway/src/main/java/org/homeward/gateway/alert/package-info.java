/// Alerts, their actions and the rule catalogue: REST and the client of alert-service.
@NullMarked
package org.homeward.gateway.alert;

import org.jspecify.annotations.NullMarked;
