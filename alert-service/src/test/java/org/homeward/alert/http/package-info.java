/// Tests of the package of the same name, on real PostgreSQL, Kafka and Keycloak.
@NullMarked
package org.homeward.alert.http;

import org.jspecify.annotations.NullMarked;
