/// Tasks: REST and the client of followup-service.
@NullMarked
package org.homeward.gateway.task;

import org.jspecify.annotations.NullMarked;
