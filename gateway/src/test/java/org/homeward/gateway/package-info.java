/// Tests of the gateway on the real PostgreSQL, Kafka and Keycloak.
@NullUnmarked
package org.homeward.gateway;

import org.jspecify.annotations.NullUnmarked;
