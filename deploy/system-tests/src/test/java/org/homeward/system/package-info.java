/// The whole platform from outside: built services on the launcher's own PostgreSQL, Kafka and
/// Keycloak, started once for all tests of this module.
@NullMarked
package org.homeward.system;

import org.jspecify.annotations.NullMarked;
